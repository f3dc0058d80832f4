import { html, nothing } from 'lit';
import { writtenText } from '../components/pieces.js';
import { ruleLine } from '../components/rule-line.js';
import { teamAsked } from '../components/team-asked.js';
import { LEVELS, WORDS } from '../core/domain.js';
import { date, dateTime, list, zoneName } from '../core/format.js';
import { named, t, word } from '../core/texts.js';
import './excluded-programmes.js';

/** What only some calls state. */
export function renderParticulars(call) {
  const parts = [teamAsked(call.team), agreement(call), letters(call), exams(call), paperPack(call), excluded(call), feedback(call)].filter(
    Boolean,
  );
  if (!parts.length && !call.stages?.length) return nothing;
  return html`<section aria-labelledby="particulars">
    <h2 id="particulars">${t('particulars.title')}</h2>
    ${parts.length ? html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>` : nothing}
    ${
      call.stages?.length
        ? html`<h3>${t('particulars.stages')}</h3>
            <ol class="stages">
              ${call.stages.map((stage) => html`<li>${named(call, 'stage', stage)}</li>`)}
            </ol>`
        : nothing
    }
  </section>`;
}

/** The sessions of a training, and the certificate at its end. */
export function renderTraining({ sessions = [], certificate }) {
  if (!sessions.length && !certificate) return nothing;
  return html`<section aria-labelledby="training">
    <h2 id="training">${t('training.title')}</h2>
    ${
      sessions.length
        ? html`<ol class="stages">
            ${sessions.map(
              ({ starts, ends, name }) =>
                html`<li>
                  ${writtenText(name)}
                  <span class="meta"><time datetime=${starts}>${date(starts)}</time> – <time datetime=${ends}>${date(ends)}</time></span>
                </li>`,
            )}
          </ol>`
        : nothing
    }
    ${
      certificate
        ? html`<p id="certificate">
            ${t('training.certificate', { standard: certificate.standard })}
            ${certificate.expires === 'never' ? t('training.neverExpires') : nothing}
          </p>`
        : nothing
    }
  </section>`;
}

/** Seats of a place that are kept for some. */
export function reservesOf(call, { reserves = {} }) {
  return Object.entries(reserves).map(([category, count]) =>
    t('particulars.reserve', { count, category: named(call, 'category', category) }),
  );
}

/** The most seats of all, of a level, of a group of places, whatever the places add up to. */
export function renderCaps(call) {
  const caps = Object.entries(call.caps ?? {});
  if (!caps.length) return nothing;
  const rank = ([cap]) => (WORDS.cap.includes(cap) ? WORDS.cap.indexOf(cap) : WORDS.cap.length);
  caps.sort((one, other) => rank(one) - rank(other));
  const what = (cap) => (LEVELS.includes(cap) ? word('level', cap) : named(call, 'cap', cap));
  return html`<ul class="caps meta">
    ${caps.map(([cap, count]) => html`<li>${t('particulars.cap', { what: what(cap), count })}</li>`)}
  </ul>`;
}

/** What those meet besides whom seats are kept for; `check` says the conditions in words once it is known. */
export function renderCategories(call, check) {
  const kept = (call.categories ?? []).filter(({ level, eligibility }) => level || eligibility?.length);
  return kept.map(({ id, level }) => {
    const rules = check?.categories?.find((category) => category.id === id)?.rules ?? [];
    return html`<div class="kept" id="kept-${id}">
      <h3>${t('particulars.kept', { category: named(call, 'category', id) })}</h3>
      ${level ? html`<p>${t('particulars.keptLevel', { level: word('level', level) })}</p>` : nothing}
      ${
        rules.length
          ? html`<p>${t('particulars.keptRules')}</p>
              <ul class="rules">
                ${rules.map(ruleLine)}
              </ul>`
          : nothing
      }
    </div>`;
  });
}

/** What whoever holds a place of the call may not hold besides. */
function excluded({ excludes }) {
  if (excludes?.all) return t('particulars.excludesAll');
  if (!excludes?.programmes?.length) return null;
  return html`<yol-excluded-programmes .programmes=${excludes.programmes}></yol-excluded-programmes>`;
}

/** What applicants read of their reviews in the end. */
function feedback({ reviewing }) {
  const told = reviewing?.feedback;
  return told === 'scores' || told === 'comments' ? t(`particulars.feedback.${told}`) : null;
}

function agreement({ agreement }) {
  if (!agreement) return null;
  const { balanced, perDirection } = agreement;
  return html`${t('particulars.agreement', { count: perDirection })} ${balanced ? t('particulars.balanced') : nothing}`;
}

function letters({ letters, zone }) {
  if (!letters) return null;
  const { universitiesAtMost, lettersAtMost, simultaneousContactsAtMost, requestBy } = letters;
  return list(
    [
      universitiesAtMost && t('particulars.universities', { count: universitiesAtMost }),
      lettersAtMost && t('particulars.letters', { count: lettersAtMost }),
      simultaneousContactsAtMost && t('particulars.contacts', { count: simultaneousContactsAtMost }),
      requestBy && t('particulars.requestBy', { time: dateTime(requestBy, zone), zone: zoneName(zone) }),
    ].filter(Boolean),
  );
}

function exams(call) {
  if (!call.exams) return null;
  return html`${t('particulars.exams', { date: date(call.exams.date) })}
    <ul>
      ${call.exams.courses.map(
        ({ course, subjects }) =>
          html`<li>${named(call, 'course', course)}: ${list(subjects.map((subject) => named(call, 'subject', subject)))}</li>`,
      )}
    </ul>`;
}

function paperPack(call) {
  if (!call.paperPack) return null;
  const { originals, copies, numbered } = call.paperPack;
  return html`${t('particulars.paperPack', { originals, copies })}
  ${numbered ? t('particulars.numbered', { where: named(call, 'corner', numbered) }) : nothing}`;
}
