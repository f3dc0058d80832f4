/** What a programme is, for those who decide whether to read on: four facts first, the others below. */
import { html, nothing } from 'lit';
import { briefDeadline } from '../components/pieces.js';
import { countries, country, languageName, list } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { payments } from './pays.js';
import { levels, turningPoint } from './programme-card.js';

const BROAD_FIELD = 2;

/** Money, level, who and until when. */
export function renderGlance(programme, call) {
  const [money, ...alsoPaid] = payments(programme.pays);
  return html`<dl class="glance">
    ${fact(
      t('programme.pays'),
      money
        ? html`<strong>${money}</strong> ${alsoPaid.length ? html`<small>${alsoPaid.join(' · ')}</small>` : nothing}`
        : t('glance.notStated'),
    )}
    ${fact(t('programme.levels'), levels(programme) || t('glance.notStated'))}
    ${fact(t('programme.for'), countries(programme.origins ?? []) || t('glance.notStated'))}
    ${call ? deadlineFact(call) : nothing}
  </dl>`;
}

function deadlineFact(call) {
  const { instant, label } = turningPoint(call);
  if (!instant) return fact(label, t('glance.notStated'));
  const { urgency, time, yours, left } = briefDeadline(instant, call.zone);
  return fact(
    label,
    html`<strong>${time}</strong>
      <small class="deadline-${urgency}"
        >${yours ? html`${yours} · ` : nothing}<span class="deadline-left">${left}</span></small
      >`,
  );
}

/** What else there is to know of it. */
export function renderFacts(programme) {
  const facts = [
    ['programme.destination', programme.destination && country(programme.destination)],
    ['programme.months', programme.months && t('programme.monthsValue', { count: programme.months })],
    ['programme.languages', list((programme.languages ?? []).map(languageName))],
    ['programme.fields', programme.fields?.length && fieldChips(programme.fields)],
    ['programme.sectors', programme.sectors?.length && chips(programme.sectors.map((sector) => ({ name: word('sectors', sector) })))],
  ].filter(([, value]) => value);
  if (!facts.length) return nothing;
  return html`<section aria-labelledby="facts">
    <h2 id="facts">${t('glance.details')}</h2>
    <dl class="definitions">${facts.map(([key, value]) => fact(t(key), value))}</dl>
  </section>`;
}

function fact(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** One for each broad field; the codes of the narrow ones are for those who look for them. */
function fieldChips(codes) {
  const broad = [...new Set(codes.map((code) => code.slice(0, BROAD_FIELD)))];
  return chips(
    broad.map((field) => ({
      name: word('fields', field),
      title: t('glance.isced', { codes: codes.filter((code) => code.startsWith(field)).join(', ') }),
    })),
  );
}

function chips(all) {
  return html`<ul class="tags">
    ${all.map(({ name, title = nothing }) => html`<li title=${title}>${name}</li>`)}
  </ul>`;
}
