/** A rule of eligibility as the editor types it: its kind and the texts of its fields. Pure. */
import { numeric, typed } from './editor-values.js';

/** Each kind with the fields that lead it in a stated rule. */
const LEADING = {
  citizenship: ['citizenship'],
  born: ['bornBetween', 'bornOnOrAfter', 'bornOnOrBefore'],
  age: ['ageAtLeast', 'ageAtMost'],
  degree: ['degreeAtLeast'],
  grade: ['gradeAtLeast'],
  language: ['language'],
  work: ['yearsOfWork'],
  employer: ['worksFor'],
  residence: ['residesIn'],
  held: ['notFormerHolderOf'],
  choices: ['choicesAtMost'],
};

export const RULE_KINDS = Object.keys(LEADING);

export function blankRule(kind) {
  return {
    citizenship: { kind, citizenship: [] },
    born: { kind, from: '', until: '' },
    age: { kind, atLeast: '', atMost: '', on: '' },
    degree: { kind, atLeast: 'bachelor' },
    grade: { kind, atLeast: '', outOf: '', orGrades: '' },
    language: { kind, language: 'en', test: '', atLeast: '' },
    work: { kind, years: '' },
    employer: { kind, worksFor: 'any' },
    residence: { kind, residesIn: 'rural', years: '' },
    held: { kind, programme: 'any-scholarship-abroad' },
    choices: { kind, atMost: '' },
  }[kind];
}

/** A stated rule for the editor; one that it has no fields for stays as it is. */
export function ruleDraftOf(stated) {
  const kind = RULE_KINDS.find((each) => LEADING[each].some((name) => stated[name] !== undefined));
  switch (kind) {
    case 'citizenship':
      return { kind, citizenship: stated.citizenship };
    case 'born': {
      const [from, until] = stated.bornBetween ?? [stated.bornOnOrAfter, stated.bornOnOrBefore];
      return { kind, from: typed(from), until: typed(until) };
    }
    case 'age':
      return { kind, atLeast: typed(stated.ageAtLeast), atMost: typed(stated.ageAtMost), on: typed(stated.on) };
    case 'degree':
      return { kind, atLeast: stated.degreeAtLeast };
    case 'grade':
      return {
        kind,
        atLeast: typed(stated.gradeAtLeast),
        outOf: typed(stated.outOf),
        orGrades: (stated.orGrades ?? []).map(({ grade, outOf }) => `${grade}/${outOf}`).join(', '),
      };
    case 'language':
      return { kind, language: stated.language, test: typed(stated.test), atLeast: typed(stated.atLeast) };
    case 'work':
      return { kind, years: typed(stated.yearsOfWork) };
    case 'employer':
      return { kind, worksFor: stated.worksFor };
    case 'residence':
      return { kind, residesIn: stated.residesIn, years: typed(stated.years) };
    case 'held':
      return { kind, programme: stated.notFormerHolderOf };
    case 'choices':
      return { kind, atMost: typed(stated.choicesAtMost) };
    default:
      return { kind: 'other', stated };
  }
}

/** The rule as it is sent; what is missing is for the service to say. */
export function ruleRequest(draft) {
  switch (draft.kind) {
    case 'citizenship':
      return { citizenship: draft.citizenship };
    case 'born':
      return born(draft);
    case 'age':
      return { ageAtLeast: numeric(draft.atLeast), ageAtMost: numeric(draft.atMost), on: draft.on || undefined };
    case 'degree':
      return { degreeAtLeast: draft.atLeast };
    case 'grade':
      return { gradeAtLeast: numeric(draft.atLeast), outOf: numeric(draft.outOf), orGrades: orGrades(draft.orGrades) };
    case 'language':
      return {
        language: draft.language.trim(),
        test: draft.test || undefined,
        atLeast: draft.atLeast.trim().toUpperCase() || undefined,
      };
    case 'work':
      return { yearsOfWork: numeric(draft.years) };
    case 'employer':
      return { worksFor: draft.worksFor };
    case 'residence':
      return { residesIn: draft.residesIn.trim(), years: numeric(draft.years) };
    case 'held':
      return { notFormerHolderOf: draft.programme.trim() };
    case 'choices':
      return { choicesAtMost: numeric(draft.atMost) };
    default:
      return draft.stated;
  }
}

function born({ from, until }) {
  if (from && until) return { bornBetween: [from, until] };
  return from ? { bornOnOrAfter: from } : { bornOnOrBefore: until || undefined };
}

/** "80/100, 4.3/5": grades that count as much, each with the best grade of its scale. */
function orGrades(text) {
  const grades = text
    .split(/[,;]/)
    .map((part) => part.split('/').map((number) => numeric(number.trim())))
    .filter(([grade]) => grade !== undefined)
    .map(([grade, outOf]) => ({ grade, outOf }));
  return grades.length ? grades : undefined;
}
