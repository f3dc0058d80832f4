import { html } from 'lit';
import { deadlineLine, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { number, score } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import { panelPath } from './panel-address.js';
import './panel-assignment.js';
import './panel-conflicts.js';
import './panel-progress.js';
import './panel-reviewers.js';
import './panel-spreads.js';

/** The server counts no more often. */
const PAUSE = 15_000;

/** The reviewers of a call: chosen, asked, followed, reminded, and where they differ asked once more. */
class PanelPage extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    panel: { state: true },
    progress: { state: true },
    applications: { state: true },
    flagged: { state: true },
  };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.#timer = setInterval(() => document.hidden || this.#count(), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render() {
    if (!this.panel) return this.renderWaiting(t('panel.title'), () => this.#read());
    const { panel, callId, call } = this;
    const back = session.is('coordinator') ? `/manage/calls/${callId}/applications` : '/applications';
    const part = (id, title, content) =>
      html`<section class="panel" aria-labelledby="${id}-heading">
        <h2 id="${id}-heading" tabindex="-1">${title}</h2>
        ${content}
      </section>`;
    return html`<p class="back"><a href=${back}>← ${t('selection.runs.back')}</a></p>
      <h1>${t('panel.title')}</h1>
      <p class="provider">${writtenText(this.programme.title)}</p>
      <p>${phaseBadge(call.phase)} ${callDeadline(call)}</p>
      <p id="panel-rules">
        ${t('panel.rules', { count: panel.reviews, number: number(panel.reviews) })} · ${t(panel.blind ? 'panel.blind' : 'panel.open')} ·
        ${t('panel.limit', { points: score(panel.spread) })}
        ${deadlineLine(panel.dueBy, call.zone, t('reviews.due'))}
      </p>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${part('reviewers', t('panel.reviewers'), this.#renderReviewers())}
      ${part(
        'assignment',
        t('panel.assignment'),
        html`<yol-panel-assignment
          .call=${call}
          .panel=${panel}
          .assignment=${panel.assignment}
          .flagged=${this.flagged}
          @assigned=${({ detail }) => this.#assigned(detail)}
        ></yol-panel-assignment>`,
      )}
      ${part('progress', t('panel.progress'), this.#renderProgress())}
      ${part(
        'spreads',
        t('panel.spreads'),
        html`<yol-panel-spreads .callId=${callId} .panel=${panel} @asked=${() => this.#count()}></yol-panel-spreads>`,
      )}
      ${part(
        'conflicts',
        t('panel.conflicts'),
        html`<yol-panel-conflicts
          .callId=${callId}
          @flagged=${({ detail }) => (this.flagged = detail)}
          @decided=${() => this.#count()}
        ></yol-panel-conflicts>`,
      )}`;
  }

  #renderReviewers() {
    const { panel } = this;
    if (!session.is('coordinator')) return this.#renderNames();
    const chosen = new Set(panel.places.flatMap(({ reviewers }) => reviewers)).size;
    return html`<details id="panel-choose" ?open=${!panel.set}>
      <summary>${panel.set ? t('panel.chosen', { count: chosen, number: number(chosen) }) : t('panel.nobodyYet')}</summary>
      <yol-panel-reviewers
        .call=${this.call}
        .panel=${panel}
        .applications=${this.applications}
        .lines=${this.progress?.lines ?? []}
        @saved=${({ detail }) => (this.panel = detail)}
      ></yol-panel-reviewers>
    </details>`;
  }

  #renderNames() {
    const names = this.panel.places.flatMap(({ reviewers, candidates }) => candidates.filter(({ id }) => reviewers.includes(id)));
    return html`<p>${names.length ? [...new Set(names.map(({ name }) => name))].join(' · ') : t('panel.nobodyYet')}</p>`;
  }

  #renderProgress() {
    return this.progress
      ? html`<yol-panel-progress .callId=${this.callId} .panel=${this.panel} .progress=${this.progress}></yol-panel-progress>`
      : html`<p aria-busy="true">${t('status.loading')}</p>`;
  }

  async #assigned(assignment) {
    this.panel = { ...this.panel, assignment };
    await Promise.all([this.#count(), this.querySelector('yol-panel-conflicts').refresh()]);
  }

  #read() {
    return this.load(async () => {
      this.call ??= (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme ??= (await api.get(`/api/programs/${encodeURIComponent(this.call.programmeId)}`)).body;
      this.panel = (await api.get(panelPath(this.callId))).body;
      this.#count();
      this.#countApplications();
    });
  }

  /** How far they are is counted beside the page, which is shown in any case. */
  async #count() {
    const { body } = await api.get(panelPath(this.callId, '/progress'), BACKGROUND).catch(() => ({}));
    if (body) this.progress = body;
  }

  async #countApplications() {
    const { body } = await api.get(`/api/applications/counts/listing${query({ callId: this.callId })}`, BACKGROUND).catch(() => ({}));
    this.applications = body?.places ?? null;
  }
}

customElements.define('yol-panel-page', PanelPage);
