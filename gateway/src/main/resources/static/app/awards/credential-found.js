import { api } from '../core/api.js';
import { saidBy } from '../verify/receipt-check.js';
import { checkedCredential, numberOf } from './credential-check.js';

/** `{finding, says, view}` of a certificate; `view` is what the service says of it, null when it says nothing. */
export async function foundCredential(jwt) {
  const said = saidBy(jwt);
  const view = said?.id ? await readCertificate(numberOf(said)) : null;
  const { body: issuer } = await api.get('/api/awards/issuer');
  try {
    return { ...(await checkedCredential(jwt, issuer, readList)), view };
  } catch (problem) {
    if (!(problem instanceof DOMException) || !view) throw problem;
    return { ...compared(jwt, view), view };
  }
}

/** The certificate of a number; null when there is none. */
export async function readCertificate(number) {
  try {
    return (await api.get(`/api/awards/${encodeURIComponent(number)}`)).body;
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

/** Where the browser does not know how: whether it is, letter by letter, what the service has signed. */
function compared(jwt, view) {
  if (view.jwt !== jwt) return { finding: 'altered' };
  return { finding: view.revoked ? 'revoked' : 'valid', says: saidBy(jwt) };
}

async function readList(address) {
  const { body } = await api.download(new URL(address).pathname, 'application/vc+jwt', (answer) => answer.text());
  return body;
}
