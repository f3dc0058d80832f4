package org.yol.applications.reference;

import org.yol.contracts.ReferenceMail;

/**
 * A mail to a referee, with a link of its own.
 *
 * @param digest of the link's token: all that is kept of it
 * @param sealed what the mail needs, for the service that sends it
 */
record Mailing(ReferenceMail mail, String digest, String sealed) {}
