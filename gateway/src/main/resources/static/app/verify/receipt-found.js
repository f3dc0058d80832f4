import { api } from '../core/api.js';
import { provedOffline } from '../log/receipt-lookup.js';
import { saidBy, verified } from './receipt-check.js';

/** `{finding, says}` of a receipt: by the browser itself; by the service where the browser does not know how. */
export async function foundReceipt(receipt) {
  const { body } = await api.get('/api/receipts/keys');
  try {
    return await verified(receipt, body.keys);
  } catch {
    const answer = await api.post('/api/receipts/verification', { jws: receipt });
    return answer.body;
  }
}

/** `{offline}`: what the proof in a file says of its receipt, without asking anybody. */
export async function proved(receipt, proof) {
  const says = saidBy(receipt);
  return says ? { offline: await provedOffline(says, proof) } : { finding: 'unreadable' };
}
