import { html, nothing } from 'lit';
import { deadlineLine, writtenText } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { countries, languageName, list } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { localized, t, word } from '../core/texts.js';
import { payments } from './pays.js';

/** One programme in a list: enough to decide whether to open it. */
export function programmeCard(programme) {
  // The service puts first what a reader can still do something about.
  const [call, ...others] = programme.calls ?? [];
  const more = others.filter(({ phase }) => phase !== 'closed').length;
  const facts = [
    ['programme.pays', payments(programme.pays)[0]],
    ['programme.levels', levels(programme)],
    ['programme.for', countries(programme.origins ?? [])],
  ];
  return html`<article class="card">
    <header>
      <span class="kind">${word('kinds', programme.kind)}</span>
      ${call ? phaseBadge(call.phase) : nothing}
    </header>
    <h2><a href=${programmeAddress(programme)}>${writtenText(programme.title)}</a></h2>
    ${
      localized(programme.title).fallback
        ? html`<p class="hint">${t('texts.fallback', { language: languageName(localized(programme.title).lang) })}</p>`
        : nothing
    }
    <p class="provider">${nameOf(programme.provider)}</p>
    <dl class="facts">
      ${facts
        .filter(([, value]) => value)
        .map(
          ([key, value]) =>
            html`<div>
              <dt>${t(key)}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
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

/** Where the programme is read: with the call that a reader can do something about, if there is one. */
export function programmeAddress({ id, calls = [] }) {
  return calls.length ? callAddress(calls.at(0)) : `/programs/${id}`;
}

export function callAddress({ id }) {
  return `/calls/${id}`;
}

export function phaseBadge(phase) {
  return html`<span class="badge badge-phase-${phase}">${word('phases', phase)}</span>`;
}

/** What the reader must not miss, in one line. */
export function callDeadline(call) {
  const { instant, label } = turningPoint(call);
  return deadlineLine(instant, call.zone, label);
}

/** When it opens, or until when it is open: `{instant, label}`. */
export function turningPoint(call) {
  return call.phase === 'upcoming'
    ? { instant: call.opens, label: t('deadline.opens') }
    : { instant: shown(call), label: t(call.phase === 'closed' ? 'deadline.closed' : 'deadline.closes') };
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

/** Those the programme states, else those of the places it offers. */
export function levels({ levels = [], calls = [] }) {
  const offered = levels.length ? levels : calls.flatMap(({ places = [] }) => places.map(({ level }) => level));
  return list([...new Set(offered)].filter(Boolean).map((level) => word('level', level)));
}
