/** The two public files of a published selection, and what is said of them elsewhere. */
import { api } from '../core/api.js';
import { hex, joined } from '../log/bytes.js';
import { sha256 } from '../log/hashes.js';
import { readEntries } from '../log/log-source.js';
import { reckoned } from '../lottery/lottery-part.js';
import { ownCheck } from './own-check.js';
import { isInOrder } from './record-order.js';

/** Reads both; `onProgress` hears how much is there, 0 to 1. The record says how many bytes they have. */
export async function readFiles({ id, files }, onProgress) {
  const whole = files.inputBytes + files.resultBytes;
  let before = 0;
  const read = async (name) => {
    const take = (answer, moved) =>
      bytesOf(answer, (length) => {
        moved();
        onProgress(Math.min(1, (before + length) / whole));
      });
    const { body } = await api.download(`/api/selections/${encodeURIComponent(id)}/${name}`, 'application/json', take);
    before += body.length;
    return body;
  };
  return { input: await read('input'), result: await read('result') };
}

async function bytesOf(answer, came) {
  const parts = [];
  const reader = answer.body.getReader();
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    came(length);
  }
  return joined(...parts);
}

/**
 * Everything that a browser can find of one student's part, as a list of `{name, right, values}`; `right` is null of what
 * nobody can say yet. `own` is what the service says of the student, and is believed in nothing.
 */
export async function findings({ record, own, input, result }) {
  const [check, inputDigest, resultDigest, said, fixed, lottery] = await Promise.all([
    ownCheck(input, result, own.number),
    sha256(input).then(hex),
    sha256(result).then(hex),
    entryOf(record, 'selection-result'),
    entryOf(record, 'selection-input'),
    lotteryOf(record),
  ]);
  const { checks, choices, counts, seed, faults } = check;
  const { files } = record;
  return [
    { name: 'files', right: inputDigest === files.input && resultDigest === files.result && checks.digest },
    {
      name: 'log',
      right: said && said.entry.result === resultDigest && said.entry.input === inputDigest,
      values: { entry: said?.index },
    },
    { name: 'seed', right: lottery && lottery.seed === seed && (await reckoned(lottery)) },
    { name: 'order', right: lottery && isInOrder(lottery, fixed?.index, said?.index) },
    { name: 'lottery', right: checks.lottery && check.lottery === own.lottery },
    { name: 'found', right: checks.found && saysTheSame(own.places, choices), values: { count: choices.length } },
    { name: 'listed', right: checks.listed },
    { name: 'stable', right: checks.stable, values: { ...counts, faults: faults.length } },
  ];
}

/** Whether the public files say of each place what the service says of it. */
export function saysTheSame(places, choices) {
  return (
    places.length === choices.length &&
    places.every(({ placeId, score, outcome, position }, at) => {
      const found = choices[at];
      const isSame = placeId === found.place && (score ?? null) === found.score && SAME[outcome] === found.outcome;
      return isSame && (found.outcome !== 'reserve' || found.position === position);
    })
  );
}

const SAME = {
  got: 'offered',
  reserve: 'reserve',
  'below-reserve': 'reserve',
  'not-needed': 'not-needed',
  excluded: 'excluded',
};

/** What the public log says of the selection, `{index, entry}`; null while it says nothing. */
async function entryOf({ id, callId }, kind) {
  const { items } = await readEntries({ call: callId, kind }).catch(() => ({ items: [] }));
  return items.find(({ entry }) => entry.selection === id) ?? null;
}

async function lotteryOf({ callId }) {
  const path = `/api/selections/lotteries/${encodeURIComponent(callId)}`;
  return api.get(path).then(
    ({ body }) => body,
    () => null,
  );
}
