package org.yol.platform.document;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Makes a repeated request recognisable: stored in the document by the very write it caused, so that "done" and "known
 * to be done" cannot come apart.
 *
 * @param key digest of who asked and their Idempotency-Key
 * @param digest digest of what was asked
 */
public record RequestIdentity(String key, String digest) {

    /** An id that the same request always gets, for the document it creates. */
    public String derivedId() {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
