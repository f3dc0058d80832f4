import { html, nothing } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { field } from '../components/pieces.js';
import { ruleLine } from '../components/rule-line.js';
import { api } from '../core/api.js';
import { COUNTRIES } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { session } from '../core/session.js';
import { t, texts, word } from '../core/texts.js';
import { View } from '../core/view.js';
import { BLANK, NONE, questionsOf, requestOf, rulesOf } from './eligibility-answers.js';

const TESTS = { en: ['IELTS', 'TOEFL iBT', 'CEFR'], ja: ['JLPT', 'CEFR'] };

/**
 * "Can I apply?": the rules of a call one by one, for whom the reader says to be. The answers stay in this browser; the
 * service hears them to answer, and forgets them. Tells the page by the event `checked`.
 */
class EligibilityCheck extends View {
  static properties = {
    call: { attribute: false },
    answers: { state: true },
    result: { state: true },
    problem: { state: true },
  };

  #asked = null;

  willUpdate() {
    if (this.owner !== owner()) {
      this.owner = owner();
      this.answers = { ...beginning(), ...kept(this.owner, 'eligibility') };
    }
    const asked = [this.call.id, this.owner, texts.language].join(' ');
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#check();
  }

  render() {
    const id = `eligibility-${this.call.id}`;
    return html`<section class="eligibility" aria-labelledby=${id}>
      <h2 id=${id}>${t('eligible.title')}</h2>
      <div role="status">${this.result?.rules.length ? html`<p>${t(`eligible.overall.${this.result.answer}`)}</p>` : nothing}</div>
      ${
        this.result
          ? html`<ul class="rules">
              ${this.result.rules.map(ruleLine)}
            </ul>`
          : html`<p aria-busy=${this.problem ? nothing : 'true'}></p>`
      }
      <yol-problem .problem=${this.problem}></yol-problem>
      <details id="${id}-answers">
        <summary>${t('eligible.tell')}</summary>
        <p class="meta">${t('eligible.private')}</p>
        <div class="form-grid">${this.#renderQuestions(questionsOf(rulesOf(this.call)))}</div>
        <button type="button" class="secondary outline" @click=${this.#forget}>${t('eligible.forget')}</button>
      </details>
    </section>`;
  }

  #renderQuestions(asked) {
    return [
      asked.citizenships.length ? this.#citizenships(asked.citizenships) : nothing,
      asked.birthDate ? this.#input('birthDate', { type: 'date', autocomplete: 'bday' }) : nothing,
      asked.degree ? this.#select('degree', degrees()) : nothing,
      asked.grade
        ? [this.#input('grade', { type: 'number', step: 'any', min: 0 }), this.#input('outOf', { type: 'number', step: 'any', min: 1 })]
        : nothing,
      asked.languages.map((language) => this.#certificate(language)),
      asked.yearsOfWork ? this.#input('yearsOfWork', { type: 'number', min: 0, max: 80 }) : nothing,
      asked.employer
        ? this.#select(
            'employer',
            ['government', 'other', NONE].map((value) => [value, t(`eligible.employers.${value}`)]),
          )
        : nothing,
      asked.countries.length
        ? this.#select(
            'country',
            [...new Set([...asked.countries, ...COUNTRIES])].map((code) => [code, country(code)]),
          )
        : nothing,
      asked.rural ? this.#select('rural', yesOrNo()) : nothing,
      asked.years ? this.#input('years', { type: 'number', min: 0, max: 120 }) : nothing,
      asked.held.map((programme) => this.#held(programme)),
    ];
  }

  #citizenships(wanted) {
    const codes = [...new Set([...wanted, ...this.answers.citizenships.filter((code) => code !== NONE), ...COUNTRIES])];
    const options = [...codes.map((code) => [code, country(code)]), [NONE, t('eligible.noneOfThese')]];
    const { citizenships } = this.answers;
    const toggle = (value, on) => {
      const others = value === NONE ? [] : citizenships.filter((code) => code !== value && code !== NONE);
      this.#change({ citizenships: on ? [...others, value] : others });
    };
    return html`<fieldset class="wide">
      <legend>${t('eligible.citizenships')}</legend>
      <div class="checks">
        ${options.map(
          ([value, label]) =>
            html`<label
              ><input
                type="checkbox"
                name="citizenships"
                value=${value}
                .checked=${citizenships.includes(value)}
                @change=${(event) => toggle(value, event.target.checked)}
              />
              ${label}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #certificate(language) {
    const told = this.answers.certificates[language] ?? {};
    const set = (part) =>
      this.#change({ certificates: { ...this.answers.certificates, [language]: { ...told, ...part } } });
    const id = this.#id(`certificate-${language}`);
    const tests = (TESTS[language] ?? ['CEFR']).map((test) => [test, test === 'CEFR' ? t('eligible.cefr') : test]);
    return [
      select(
        id,
        t('eligible.certificate', { language: languageName(language) }),
        [...tests, [NONE, t('eligible.noCertificate')]],
        told.test,
        (test) => set({ test }),
      ),
      told.test && told.test !== NONE
        ? input(`${id}-result`, t('eligible.result'), told.result, (result) => set({ result }), {
            hint: t(`eligible.results.${told.test}`),
          })
        : nothing,
      told.test === 'JLPT'
        ? input(`${id}-total`, t('eligible.total'), told.total, (total) => set({ total }), { type: 'number', min: 0, max: 180 })
        : nothing,
    ];
  }

  #held(programme) {
    const label = programme === 'any-scholarship-abroad' ? t('eligible.heldAny') : t('eligible.heldOne');
    const rule = this.result?.rules.find((each) => each.rule.notFormerHolderOf === programme);
    return select(this.#id(`held-${programme}`), label, yesOrNo(), this.answers.held[programme], (value) =>
      this.#change({ held: { ...this.answers.held, [programme]: value } }),
      rule?.requirement,
    );
  }

  #input(name, options) {
    return input(this.#id(name), t(`eligible.${name}`), this.answers[name], (value) => this.#change({ [name]: value }), options);
  }

  #select(name, options) {
    return select(this.#id(name), t(`eligible.${name}`), options, this.answers[name], (value) => this.#change({ [name]: value }));
  }

  #id(name) {
    return `eligible-${this.call.id}-${name}`;
  }

  #change(part) {
    this.answers = { ...this.answers, ...part };
    keep(this.owner, 'eligibility', this.answers);
    this.#check();
  }

  #forget() {
    forget(this.owner, 'eligibility');
    this.answers = beginning();
    this.#check();
  }

  /** The last question is the one whose answer counts. */
  async #check() {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const { body } = await api.post(
        `/api/calls/${encodeURIComponent(this.call.id)}/eligibility`,
        requestOf(this.answers, questionsOf(rulesOf(this.call))),
        { quiet: true, signal: asking.signal },
      );
      if (asking.signal.aborted) return;
      this.result = body;
      this.problem = null;
      this.dispatchEvent(new CustomEvent('checked', { detail: body }));
    } catch (thrown) {
      if (!asking.signal.aborted) this.problem = Problem.from(thrown);
    }
  }
}

/** One for all who are not signed in. */
function owner() {
  return session.account ?? 'visitor';
}

function beginning() {
  return { ...BLANK, citizenships: session.is('student') && session.country ? [session.country] : [] };
}

function degrees() {
  return [
    ...['bachelor', 'master', 'doctorate'].map((degree) => [degree, word('degrees', degree)]),
    ['non-degree', t('eligible.noDegree')],
  ];
}

function yesOrNo() {
  return ['yes', 'no'].map((value) => [value, t(`eligible.${value}`)]);
}

function input(id, label, value, change, { type = 'text', hint, ...limits } = {}) {
  return field({
    id,
    label,
    hint,
    control: ({ described }) =>
      html`<input
        id=${id}
        type=${type}
        min=${limits.min ?? nothing}
        max=${limits.max ?? nothing}
        step=${limits.step ?? nothing}
        autocomplete=${limits.autocomplete ?? 'off'}
        aria-describedby=${described}
        .value=${value ?? ''}
        @change=${(event) => change(event.target.value)}
      />`,
  });
}

function select(id, label, options, value, change, hint) {
  return labelledSelect({ id, label, hint, options, value, change, blank: t('form.choose') });
}

customElements.define('yol-eligibility-check', EligibilityCheck);
