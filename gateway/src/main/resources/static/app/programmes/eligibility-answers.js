/** What a reader tells of themselves to hear whether they may apply. Pure: what is asked, and how the service is told. */

/** The answer "none of these", among others of the same question. */
export const NONE = 'none';

export const BLANK = {
  citizenships: [],
  birthDate: '',
  degree: '',
  grade: '',
  outOf: '',
  certificates: {},
  yearsOfWork: '',
  employer: '',
  country: '',
  rural: '',
  years: '',
  held: {},
};

/** All that a call asks of people: to apply, and to belong to those whom seats are kept for. */
export function rulesOf({ eligibility = [], categories = [] }) {
  return [...eligibility, ...categories.flatMap((category) => category.eligibility ?? [])];
}

/** What the rules make worth asking: lists of what to choose from, and whether to ask for the rest. */
export function questionsOf(rules) {
  const all = (name) => [...new Set(rules.flatMap((rule) => rule[name] ?? []))];
  const any = (...names) => rules.some((rule) => names.some((name) => rule[name] !== undefined));
  const places = all('residesIn');
  return {
    citizenships: all('citizenship'),
    birthDate: any('bornBetween', 'bornOnOrAfter', 'bornOnOrBefore', 'ageAtLeast', 'ageAtMost'),
    degree: any('degreeAtLeast'),
    grade: any('gradeAtLeast'),
    languages: all('language'),
    yearsOfWork: any('yearsOfWork'),
    employer: any('worksFor'),
    rural: places.includes('rural'),
    countries: [...new Set(places.filter((place) => place !== 'rural').map((place) => place.slice(0, 2)))],
    years: any('years'),
    held: all('notFormerHolderOf'),
  };
}

/** The body of the question; what is not answered is left out. */
export function requestOf(answers, questions) {
  return {
    citizenships: answers.citizenships.length ? answers.citizenships.filter((code) => code !== NONE) : undefined,
    birthDate: answers.birthDate || undefined,
    degree: answers.degree || undefined,
    grade:
      answers.grade === '' || answers.outOf === ''
        ? undefined
        : { grade: Number(answers.grade), outOf: Number(answers.outOf) },
    certificates: certificates(answers.certificates, questions.languages),
    yearsOfWork: numeric(answers.yearsOfWork),
    employer: answers.employer || undefined,
    residence: residence(answers),
    programmesHeld: held(answers.held, questions.held),
  };
}

/** Whoever has told of some languages only has not said that there is nothing of the others. */
function certificates(told, languages) {
  const answered = languages.map((language) => [language, told[language] ?? {}]);
  if (!languages.length || answered.some(([, { test, result }]) => !test || (test !== NONE && !result))) return undefined;
  return answered
    .filter(([, { test }]) => test !== NONE)
    .map(([language, { test, result, total }]) => ({
      language,
      test,
      result: result.trim().toUpperCase(),
      total: test === 'JLPT' ? numeric(total) : undefined,
    }));
}

function residence({ country, rural, years }) {
  if (!country && !rural && years === '') return undefined;
  return {
    country: country || undefined,
    rural: rural ? rural === 'yes' : undefined,
    years: numeric(years),
  };
}

function held(told, asked) {
  if (!asked.length || asked.some((programme) => !told[programme])) return undefined;
  return asked.filter((programme) => told[programme] === 'yes');
}

function numeric(text = '') {
  return text === '' ? undefined : Number(text);
}
