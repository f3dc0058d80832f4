/** A dossier that is only read, as it was handed in. */
import { html, nothing } from 'lit';
import { country, date, dateTime, languageName, month } from '../core/format.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';

export function dossierRead(dossier) {
  if (!dossier) return nothing;
  return html`<section class="panel" id="dossier-read" aria-labelledby="dossier-heading">
    <h2 id="dossier-heading">${t(session.is('student') ? 'form.dossier' : 'application.answers')}</h2>
    <dl class="fact-list">
      ${factsOf(dossier).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
  </section>`;
}

/** `[label, value]` of all that is said, in the order in which it is asked. */
function factsOf(dossier) {
  const { citizenships = [], birthDate, home, contacts } = dossier;
  return [
    ...['passportName', 'nativeName', 'katakanaName'].map((field) => [t(`dossier.name.${field}`), nameOf(dossier[field])]),
    [t('dossier.citizenship'), citizenships.map(country).join(', ')],
    [t('dossier.birthDate'), birthDate && date(birthDate)],
    ...each('education', dossier.education, (studies) => [
      studies.institution,
      studies.level && word('degrees', studies.level),
      studies.field,
      span(studies),
      studies.grade !== null && studies.grade !== undefined && `${studies.grade} / ${studies.outOf ?? '?'}`,
    ]),
    ...each('languages', dossier.languages, ({ language, test, result, total, date: day }) => [
      language && languageName(language),
      [test, result, total && `(${total})`].filter(Boolean).join(' '),
      day && date(day),
    ]),
    ...each('work', dossier.work, (job) => [
      job.employer,
      job.kind && t(`eligible.employers.${job.kind}`),
      job.position,
      span(job),
    ]),
    [
      t('dossier.parts.home'),
      home &&
        joined([home.country && country(home.country), home.region, home.rural && t('dossier.rural'), home.since && span({ from: home.since })]),
    ],
    [t('dossier.contacts.telephone'), contacts?.telephone],
    [t('dossier.contacts.postalAddress'), contacts?.postalAddress && html`<span class="prose">${contacts.postalAddress}</span>`],
    ...(dossier.none ?? []).map((section) => [
      t(`dossier.parts.${section}`),
      t(session.is('student') ? `dossier.none.${section}` : 'application.noneStated'),
    ]),
    ...each('programmesHeld', dossier.programmesHeld, (programme) => [
      programme === 'any-scholarship-abroad' ? t('dossier.heldAbroad') : programme,
    ]),
    ...(dossier.consents ?? []).map(({ given }) => [t('dossier.parts.consents'), given ? dateTime(given) : t('eligible.yes')]),
  ].filter(([, value]) => value);
}

function each(part, entries = [], parts) {
  return entries.map((entry) => [t(`dossier.parts.${part}`), joined(parts(entry))]);
}

function joined(parts) {
  return parts.filter(Boolean).join(' · ');
}

/** As in the passport: the family name first. */
function nameOf(name) {
  return [name?.family, name?.given].filter(Boolean).join(' ');
}

function span({ from, to }) {
  if (!from) return to ? month(to) : '';
  return `${month(from)} – ${to ? month(to) : ''}`.trim();
}
