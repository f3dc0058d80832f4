import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { writtenText } from '../components/pieces.js';
import { api } from '../core/api.js';
import { STATES } from '../core/domain.js';
import { number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t, word } from '../core/texts.js';
import { View } from '../core/view.js';
import { share } from '../figures/figure-charts.js';

/** The rest is a press away: what is compared should be seen at once, and the list below not be pushed out of sight. */
const PROGRAMMES_SHOWN = 6;
const SMALL_SCREEN = matchMedia('(max-width: 40rem)');

/**
 * How many applications there are by programme and by state, each of those in the other that is chosen. A press fires
 * `choose` with what the list is to be narrowed to.
 */
class ApplicationCounts extends View {
  static properties = {
    programmeId: { attribute: false },
    state: { attribute: false },
    programmes: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const { programmes } = this;
    if (this.problem) return html`<yol-problem .problem=${this.problem}></yol-problem>`;
    if (!programmes?.length) return nothing;
    return html`<details class="panel quiet" id="counts" ?open=${!SMALL_SCREEN.matches}>
      <summary>
        ${t('counts.title')} · <strong>${t('counts.all', { count: sum(programmes.map((each) => total(each))) })}</strong>
      </summary>
      <p class="hint">${t('counts.hint')}</p>
      <div class="counts">${this.#renderProgrammes()}${this.#renderStates()}</div>
    </details>`;
  }

  #renderProgrammes() {
    const rows = this.programmes
      .map((each) => ({
        key: each.programmeId,
        name: writtenText(each.programmeTitle),
        people: total(each, this.state),
        chosen: each.programmeId === this.programmeId,
      }))
      .sort((one, other) => other.people - one.people);
    const press = ({ key, chosen }) => this.#choose({ programmeId: chosen ? '' : key });
    const most = Math.max(...rows.map(({ people }) => people));
    const rest = rows.slice(PROGRAMMES_SHOWN);
    return html`<div>
      <h2 id="counts-programmes">${t('counts.programmes')}</h2>
      ${list('counts-programmes', rows.slice(0, PROGRAMMES_SHOWN), most, press)}
      ${
        rest.length
          ? html`<details ?open=${rest.some(({ chosen }) => chosen)}>
              <summary>${t('counts.more', { count: rest.length })}</summary>
              ${list('counts-programmes', rest, most, press)}
            </details>`
          : nothing
      }
    </div>`;
  }

  #renderStates() {
    const counted = this.programmes.filter(({ programmeId }) => !this.programmeId || programmeId === this.programmeId);
    const rows = STATES.map((state) => ({
      key: state,
      name: word('state', state),
      people: sum(counted.map((each) => total(each, state))),
      chosen: state === this.state,
    })).filter(({ people, chosen }) => people || chosen);
    return html`<div>
      <h2 id="counts-states">${t('counts.states')}</h2>
      ${list('counts-states', rows, Math.max(...rows.map(({ people }) => people)), ({ key, chosen }) =>
        this.#choose({ state: chosen ? '' : key }),
      )}
    </div>`;
  }

  #choose(detail) {
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }

  async #read() {
    try {
      this.programmes = (await api.get('/api/applications/counts', { quiet: true })).body;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }
}

function list(labelledBy, rows, most, press) {
  return html`<ul class="figure-rows count-rows" aria-labelledby=${labelledBy}>
    ${repeat(
      rows,
      ({ key }) => key,
      (row) => html`<li>
        <button type="button" data-key=${row.key} aria-pressed=${row.chosen ? 'true' : 'false'} @click=${() => press(row)}>
          <span class="figure-name">${row.name}</span>
          <span class="figure-numbers">${number(row.people)}</span>
          <svg class="figure-bars" width="100%" height="10" aria-hidden="true" focusable="false">
            <rect class="figure-applied" rx="2" width="${share(row.people, most)}%" height="10"></rect>
          </svg>
        </button>
      </li>`,
    )}
  </ul>`;
}

/** Of one programme, in one state or in all. */
function total({ states }, state = '') {
  return state ? (states[state] ?? 0) : sum(Object.values(states));
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}

customElements.define('yol-application-counts', ApplicationCounts);
