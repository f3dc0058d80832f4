/** Which countries have countersigned the log, and when. */
import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { now } from '../core/clock.js';
import { country, dateTime, list, number, relative } from '../core/format.js';
import { t } from '../core/texts.js';
import { parseKey, parseSignedCheckpoint, verifiedBy } from './notes.js';

/** A witness looks once a minute; who has not come for so long is behind, and later silent. */
const BEHIND = 10 * 60_000;
const SILENT = 24 * 60 * 60_000;

/**
 * Each with `state`: `current`, `behind`, `silent`, `never`, `wrong` (its signature is not its own) or `other` (it has
 * signed another history, which is a finding); `signed` is how many entries it has signed for sure.
 */
export function checkedWitnesses(witnesses, watched) {
  return Promise.all(witnesses.map(async (witness) => ({ ...witness, ...(await checked(witness, watched)) })));
}

async function checked(witness, watched) {
  if (!witness.checkpoint) return { state: 'never', signed: 0 };
  let checkpoint;
  let by;
  try {
    checkpoint = parseSignedCheckpoint(witness.checkpoint);
    const key = await parseKey(witness.key);
    by = watched.verifies ? await verifiedBy(checkpoint, [key]) : { signed: [{ at: new Date(witness.at) }] };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError || thrown instanceof DOMException)) throw thrown;
    return { state: 'wrong', signed: 0 };
  }
  if (!by.signed.length || checkpoint.origin !== watched.origin) return { state: 'wrong', signed: 0 };
  const { at } = by.signed[0];
  const beside = await watched.compare(checkpoint, 'witness', { country: witness.country });
  if (beside === 'contradicts') return { state: 'other', signed: 0, at };
  return { state: ageOf(checkpoint, at, watched), signed: checkpoint.size, at };
}

function ageOf({ size }, at, { checkpoint }) {
  const age = now() - at;
  if (age > SILENT) return 'silent';
  return age > BEHIND && size < checkpoint.size ? 'behind' : 'current';
}

/** Those that have signed the entry of that number, by country. */
export function countriesThatSigned(witnesses, index) {
  return [...new Set(witnesses.filter(({ signed }) => signed > index).map((witness) => witness.country))];
}

export function countriesRead(codes) {
  return list(codes.map(country));
}

export function witnessTable(witnesses) {
  if (!witnesses.length) return html`<p id="no-witnesses">${t('log.witnesses.none')}</p>`;
  return html`<div class="table-frame">
    <table class="stacking" id="witnesses">
      <thead>
        <tr>
          ${columnHead({ label: t('log.witnesses.country') })} ${columnHead({ label: t('log.witnesses.state') })}
          ${columnHead({ label: t('log.size') })} ${columnHead({ label: t('log.witnesses.at') })}
        </tr>
      </thead>
      <tbody>
        ${witnesses.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ country: code, key, state, signed, at }) {
  const kind = { current: 'badge-good', wrong: 'badge-bad', other: 'badge-bad' }[state] ?? 'badge-new';
  return html`<tr data-witness=${code} data-state=${state}>
    <th scope="row">${country(code)} <span class="meta">${key.split('+')[0]}</span></th>
    <td data-label=${t('log.witnesses.state')}><span class="badge ${kind}">${t(`log.witnesses.${state}`)}</span></td>
    <td data-label=${t('log.size')}>${signed ? number(signed) : nothing}</td>
    <td data-label=${t('log.witnesses.at')}>${at ? age(at) : nothing}</td>
  </tr>`;
}

function age(at) {
  return html`<time datetime=${new Date(at).toISOString()} title=${dateTime(at)}>${relative(at)}</time>`;
}
