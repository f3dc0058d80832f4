import { html, nothing } from 'lit';
import { named, writtenText } from '../components/pieces.js';
import { country, date, dateTime, list, zoneName } from '../core/format.js';
import { t } from '../core/texts.js';

/** What only some calls state. */
export function renderParticulars(call) {
  const parts = [team(call), agreement(call), letters(call), exams(call), paperPack(call)].filter(Boolean);
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

function team({ team }) {
  if (!team) return null;
  const { membersAtLeast, countriesAtLeast, mustInclude } = team;
  const members = t('particulars.team', { count: membersAtLeast, countries: countriesAtLeast });
  return mustInclude.length
    ? html`${members} ${t('particulars.mustInclude', { countries: list(mustInclude.map(country)) })}`
    : members;
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
