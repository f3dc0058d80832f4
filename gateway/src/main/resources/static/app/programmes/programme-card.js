import { html, nothing } from 'lit';
import { deadline, writtenText } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { country, languageName, list, number } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { localized, t, word } from '../core/texts.js';

/** One programme in a list: enough to decide whether to open it. */
export function programmeCard(programme) {
  // The service puts first what a reader can still do something about.
  const [call, ...others] = programme.calls ?? [];
  const more = others.filter(({ phase }) => phase !== 'closed').length;
  const seats = seatsOf(call);
  return html`<article class="card card-${programme.kind}">
    <header>
      <span class="kind">${word('kinds', programme.kind)}</span>
      ${call ? phaseBadge(call.phase) : nothing}
    </header>
    <h2><a href="/programs/${programme.id}">${writtenText(programme.title)}</a></h2>
    ${
      localized(programme.title).fallback
        ? html`<p class="hint">${t('texts.fallback', { language: languageName(localized(programme.title).lang) })}</p>`
        : nothing
    }
    <p class="provider">${nameOf(programme.provider)}</p>
    <dl class="facts">
      <div>
        <dt>${t('programme.for')}</dt>
        <dd>${list(programme.origins?.map(country) ?? [])}</dd>
      </div>
      <div>
        <dt>${t('programme.levels')}</dt>
        <dd>${levels(programme)}</dd>
      </div>
      ${
        seats
          ? html`<div>
              <dt>${t('programme.seats')}</dt>
              <dd>${number(seats)}</dd>
            </div>`
          : nothing
      }
    </dl>
    ${
      call
        ? html`<footer>
            ${callDeadline(call)}
            ${more ? html`<span class="meta">${t('programme.moreCalls', { count: more })}</span>` : nothing}
          </footer>`
        : nothing
    }
  </article>`;
}

export function phaseBadge(phase) {
  return html`<span class="badge badge-phase-${phase}">${word('phases', phase)}</span>`;
}

/** What the reader must not miss: when it opens, or until when it is open. */
export function callDeadline(call) {
  return call.phase === 'upcoming'
    ? deadline(call.opens, call.zone, { label: t('deadline.opens') })
    : deadline(shown(call), call.zone, { label: t(call.phase === 'closed' ? 'deadline.closed' : 'deadline.closes') });
}

/** The reader's own deadline; while it is open only for some whose country is not known here, the last of theirs. */
function shown({ phase, deadline, closes, extensions = [] }) {
  const own = deadline ?? closes;
  if (phase !== 'open' || new Date(own) > now()) return own;
  return [own, ...extensions.map((extension) => extension.closes)].sort((one, other) => new Date(one) - new Date(other)).at(-1);
}

export function seatsOf(call) {
  return (call?.places ?? []).reduce((sum, { seats }) => sum + (seats ?? 0), 0);
}

export function levels(programme) {
  return list(programme.levels?.map((level) => word('level', level)) ?? []);
}
