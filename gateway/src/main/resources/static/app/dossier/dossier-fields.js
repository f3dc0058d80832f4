import { html, nothing } from 'lit';
import '../components/date-fields.js';
import { field } from '../components/pieces.js';
import { COUNTRIES } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { same } from '../core/same.js';
import { t, word } from '../core/texts.js';
import { View } from '../core/view.js';
import { otherCountries } from '../manage/other-countries.js';
import { isGiven, SECTIONS } from './dossier-sections.js';

const DEGREES = ['bachelor', 'master', 'doctorate'];
const LANGUAGES = ['en', 'ja', 'kk', 'ky', 'ru', 'tg', 'tk', 'uz', 'ar', 'de', 'es', 'fa', 'fr', 'ko', 'tr', 'zh'];
const TESTS = { en: ['IELTS', 'TOEFL iBT', 'CEFR'], ja: ['JLPT', 'CEFR'] };
const ABROAD = 'any-scholarship-abroad';
const CONSENT = 'hand-over-to-japan';
const MOST = { education: 10, languages: 10, work: 20 };

/** What a student says of themselves, part by part; `errors` are by pointers into the dossier. */
class DossierFields extends View {
  static properties = {
    keeper: { attribute: false },
    errors: { attribute: false },
  };

  #changed = () => this.requestUpdate();

  disconnectedCallback() {
    super.disconnectedCallback();
    this.heard?.removeEventListener('change', this.#changed);
    this.heard = null;
  }

  willUpdate() {
    if (this.heard === this.keeper) return;
    this.heard?.removeEventListener('change', this.#changed);
    this.heard = this.keeper;
    this.heard.addEventListener('change', this.#changed);
  }

  render() {
    return SECTIONS.map((section) => this.#section(section));
  }

  #section(section) {
    const { name } = section;
    const id = `dossier-${name}`;
    const error = this.#error(name);
    return html`<section class="dossier-part" id="${id}-part" aria-labelledby="${id}-heading">
      <h3 id="${id}-heading">
        ${t(`dossier.parts.${name}`)}
        ${isGiven(section, this.#said) ? html`<span class="tick" title=${t('dossier.given')}>✓</span>` : nothing}
        ${section.optional ? html`<span class="optional">${t('dossier.optional')}</span>` : nothing}
      </h3>
      ${this[name]()} ${error && name !== 'consents' ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    </section>`;
  }

  names() {
    const { suggestedKatakana } = this.keeper.body;
    const { katakanaName, passportName } = this.#said;
    // Made from what was taken: of a name that is being typed, or was refused, it would be another one's.
    const isOfThisName =
      same(passportName ?? {}, this.keeper.sent.passportName ?? {}) &&
      !Object.keys(this.keeper.refused).some((pointer) => pointer.startsWith('/passportName/'));
    return html`<div class="form-grid">
        ${this.#line(['passportName', 'family'], { autocomplete: 'family-name', hint: t('dossier.passportHint') })}
        ${this.#line(['passportName', 'given'], { autocomplete: 'given-name' })}
        ${this.#line(['nativeName', 'family'], { hint: t('dossier.nativeHint') })}
        ${this.#line(['nativeName', 'given'])}
        ${this.#line(['katakanaName', 'family'], { lang: 'ja' })}
        ${this.#line(['katakanaName', 'given'], { lang: 'ja' })}
      </div>
      ${
        suggestedKatakana && isOfThisName && !katakanaName
          ? html`<p>
              <button
                type="button"
                class="secondary outline"
                id="dossier-suggest"
                @click=${() => this.#set(['katakanaName'], suggestedKatakana)}
              >
                ${t('dossier.suggest', { name: [suggestedKatakana.family, suggestedKatakana.given].filter(Boolean).join(' ') })}
              </button>
            </p>`
          : nothing
      }`;
  }

  person() {
    const { citizenship } = this.keeper.body;
    const all = this.#said.citizenships ?? [];
    const further = citizenship ? all.slice(1) : all;
    const write = (list) => this.#set(['citizenships'], citizenship ? [citizenship, ...list] : list);
    return html`<div class="form-grid">
      ${
        citizenship
          ? html`<div class="field">
              <span class="label">${t('dossier.citizenship')}</span>
              <strong id="dossier-citizenship">${country(citizenship)}</strong>
              <small>${t('dossier.citizenshipHint')}</small>
            </div>`
          : nothing
      }
      ${[...further, ''].slice(0, 4).map((code, index) => {
        const at = citizenship ? index + 1 : index;
        const others = countryOptions().filter(([other]) => other !== citizenship);
        return this.#choice(['citizenships', at], others, {
          label: t(at === 0 ? 'dossier.citizenship' : 'dossier.further'),
          value: code,
          id: at === 0 ? 'dossier-citizenships' : undefined,
          change: (value) =>
            write([...further.slice(0, index), value, ...further.slice(index + 1)].filter(Boolean)),
        });
      })}
      ${this.#date(['birthDate'], { days: true, hint: t('dossier.birthHint') })}
    </div>`;
  }

  education() {
    return this.#list('education', (at) => [
      this.#line([...at, 'institution'], { list: 'partners' }),
      this.#choice([...at, 'level'], DEGREES.map((degree) => [degree, word('degrees', degree)])),
      html`<div class="wide">${this.#line([...at, 'field'])}</div>`,
      this.#date([...at, 'from']),
      this.#date([...at, 'to'], { hint: t('dossier.degreeHint') }),
      this.#line([...at, 'grade'], { inputmode: 'decimal', number: true, hint: t('dossier.gradeHint') }),
      this.#line([...at, 'outOf'], { inputmode: 'decimal', number: true }),
    ]);
  }

  languages() {
    return html`${this.#list('languages', (at) => {
      const { language, test } = this.#at(at) ?? {};
      return [
        this.#choice([...at, 'language'], LANGUAGES.map((code) => [code, languageName(code)])),
        this.#choice(
          [...at, 'test'],
          (TESTS[language] ?? ['CEFR']).map((name) => [name, name === 'CEFR' ? t('eligible.cefr') : name]),
          { blank: t('eligible.noCertificate') },
        ),
        test ? this.#line([...at, 'result'], { hint: t(`eligible.results.${test}`) }) : nothing,
        test === 'JLPT' ? this.#line([...at, 'total'], { inputmode: 'numeric', number: true }) : nothing,
        test ? this.#date([...at, 'date'], { days: true }) : nothing,
      ];
    })}
    ${this.#none('languages', !this.#said.languages?.length)}`;
  }

  work() {
    return html`${this.#list('work', (at) => [
      this.#line([...at, 'employer']),
      this.#choice([...at, 'kind'], ['government', 'other'].map((kind) => [kind, t(`eligible.employers.${kind}`)])),
      html`<div class="wide">${this.#line([...at, 'position'])}</div>`,
      this.#date([...at, 'from']),
      this.#date([...at, 'to'], { hint: t('dossier.workHint') }),
    ])}
    ${this.#none('work', !this.#said.work?.length)}`;
  }

  home() {
    const rural = this.#at(['home', 'rural']);
    return html`<div class="form-grid">
      ${this.#choice(['home', 'country'], countryOptions())}
      ${this.#line(['home', 'region'], { hint: t('dossier.regionHint'), letters: true })}
      ${this.#choice(
        ['home', 'rural'],
        [
          ['true', t('eligible.yes')],
          ['false', t('eligible.no')],
        ],
        {
          label: t('eligible.rural'),
          value: rural === undefined ? '' : String(rural),
          change: (value) => this.#set(['home', 'rural'], value === '' ? undefined : value === 'true'),
        },
      )}
      ${this.#date(['home', 'since'])}
    </div>`;
  }

  contacts() {
    return html`<div class="form-grid">
      ${this.#line(['contacts', 'telephone'], { type: 'tel', autocomplete: 'tel' })}
      <div class="wide">${this.#text(['contacts', 'postalAddress'], { autocomplete: 'street-address' })}</div>
    </div>`;
  }

  programmesHeld() {
    const held = this.#said.programmesHeld ?? [];
    const value = held.includes(ABROAD) ? 'yes' : this.#said.none?.includes('programmesHeld') ? 'no' : '';
    return this.#choice(
      ['programmesHeld'],
      [
        ['yes', t('eligible.yes')],
        ['no', t('eligible.no')],
      ],
      {
        label: t('eligible.heldAny'),
        value,
        change: (answer) => {
          const others = held.filter((programme) => programme !== ABROAD);
          this.#setNone('programmesHeld', answer === 'no');
          this.#set(['programmesHeld'], answer === 'yes' ? [...others, ABROAD] : others);
        },
      },
    );
  }

  consents() {
    const given = (this.#said.consents ?? []).some(({ kind }) => kind === CONSENT);
    const error = this.#error('consents');
    return html`<label class="consent"
        ><input
          type="checkbox"
          id="dossier-consents"
          .checked=${given}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'dossier-consents-error' : nothing}
          @change=${(event) => this.#set(['consents'], event.target.checked ? [{ kind: CONSENT }] : [])}
        />
        ${t('dossier.consent')}</label
      >
      ${error ? html`<small id="dossier-consents-error" class="field-error">${error}</small>` : nothing}`;
  }

  #list(name, fields) {
    const entries = this.#said[name] ?? [];
    return html`${entries.map(
        (_, index) =>
          html`<fieldset class="entry" id="dossier-${name}-${index}">
            <legend>${t(`dossier.entry.${name}`, { number: index + 1 })}</legend>
            <div class="form-grid">${fields([name, index])}</div>
            <button
              type="button"
              class="secondary outline"
              aria-label=${t('dossier.removeEntry', { entry: t(`dossier.entry.${name}`, { number: index + 1 }) })}
              @click=${() => this.#remove(name, entries, index)}
            >
              ${t('dossier.remove')}
            </button>
          </fieldset>`,
      )}
      <p>
        <button
          type="button"
          class="secondary outline"
          id="dossier-${name}"
          ?disabled=${entries.length >= MOST[name]}
          @click=${() => this.#add(name, entries)}
        >
          ${t(`dossier.add.${name}`)}
        </button>
      </p>`;
  }

  /** Where the button was, there may be none: whoever pressed it goes on at the list. */
  async #remove(name, entries, index) {
    this.#set([name], entries.filter((_, at) => at !== index));
    await this.updateComplete;
    this.querySelector(`#dossier-${name}`)?.focus();
  }

  async #add(name, entries) {
    this.#setNone(name, false);
    this.#set([name], [...entries, {}]);
    await this.updateComplete;
    this.querySelector(`#dossier-${name}-${entries.length} :is(input, select)`)?.focus();
  }

  /** That a list is empty because there is nothing to say. */
  #none(name, offered) {
    if (!offered) return nothing;
    return html`<label class="consent"
      ><input
        type="checkbox"
        id="dossier-none-${name}"
        .checked=${Boolean(this.#said.none?.includes(name))}
        @change=${(event) => this.#setNone(name, event.target.checked)}
      />
      ${t(`dossier.none.${name}`)}</label
    >`;
  }

  #setNone(name, isNone) {
    const others = (this.#said.none ?? []).filter((each) => each !== name);
    this.#set(['none'], isNone ? [...others, name] : others);
  }

  #line(path, { type = 'text', autocomplete = 'off', inputmode, list, lang, hint, number, letters } = {}) {
    return this.#field(path, hint, ({ id, described, invalid }) =>
      html`<input
        id=${id}
        type=${type}
        autocomplete=${autocomplete}
        inputmode=${inputmode ?? nothing}
        list=${list ?? nothing}
        lang=${lang ?? nothing}
        .value=${this.#at(path) ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${({ target }) => this.#set(path, number ? target.value.trim().replace(',', '.') : letters ? target.value.toUpperCase() : target.value)}
      />`,
    );
  }

  #text(path, { autocomplete }) {
    return this.#field(path, null, ({ id, described, invalid }) =>
      html`<textarea
        id=${id}
        rows="3"
        autocomplete=${autocomplete}
        .value=${this.#at(path) ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${({ target }) => this.#set(path, target.value)}
      ></textarea>`,
    );
  }

  #choice(path, options, { label, value = this.#at(path), blank = t('form.choose'), change, id } = {}) {
    return this.#field(
      path,
      null,
      ({ id: own, described, invalid }) =>
        html`<select
          id=${own}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @change=${({ target }) => (change ? change(target.value) : this.#set(path, target.value))}
        >
          <option value="" .selected=${!value}>${blank}</option>
          ${options.map(([each, shown]) => html`<option value=${each} .selected=${each === value}>${shown}</option>`)}
        </select>`,
      { label, id },
    );
  }

  #date(path, { days = false, hint } = {}) {
    return html`<yol-date
      .name=${idOf(path)}
      .label=${labelOf(path)}
      .hint=${hint}
      .error=${this.#error(path.join('/'))}
      .value=${this.#at(path) ?? ''}
      .days=${days}
      @picked=${({ detail }) => this.#set(path, detail)}
    ></yol-date>`;
  }

  #field(path, hint, control, { label = labelOf(path), id = idOf(path) } = {}) {
    return field({
      id,
      label,
      hint,
      error: this.#error(path.join('/')),
      text: this.#at(path),
      most: this.#limit(path),
      control: (bound) => control({ ...bound, id }),
    });
  }

  /** As the service says. */
  #limit(path) {
    return this.keeper.body.limits?.[path.filter((step) => typeof step === 'string').join('.')];
  }

  #error(pointer) {
    return this.keeper.refused[`/${pointer}`] ?? this.errors?.[`/${pointer}`];
  }

  get #said() {
    return this.keeper.typed;
  }

  #at(path) {
    return path.reduce((value, step) => value?.[step], this.#said);
  }

  /** What is said of a field is said no longer; where entries move, nor of any other of the list. */
  #set(path, value) {
    const pointer = `/${path.join('/')}`;
    const [first, ...rest] = path;
    this.keeper.forgive(pointer);
    this.keeper.change({ [first]: placed(this.#said[first], rest, value) });
    this.dispatchEvent(new CustomEvent('written', { detail: pointer }));
  }
}

function placed(whole, [step, ...rest], value) {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.map((entry, at) => (at === step ? placed(entry, rest, value) : entry));
  return { ...whole, [step]: placed(whole?.[step], rest, value) };
}

function idOf(path) {
  return `dossier-${path.join('-')}`;
}

function labelOf(path) {
  const names = path.filter((step) => typeof step === 'string');
  return t(`dossier.${names.join('.')}`);
}

function countryOptions() {
  return [...COUNTRIES.map((code) => [code, country(code)]), ...otherCountries()];
}

customElements.define('yol-dossier', DossierFields);
