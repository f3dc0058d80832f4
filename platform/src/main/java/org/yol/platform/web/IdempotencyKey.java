package org.yol.platform.web;

import org.yol.platform.digest.Sha256;
import org.yol.platform.document.RequestIdentity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} header of a request (draft-ietf-httpapi-idempotency-key-header), bound to who sent it and
 * where to. Taken by every controller method that creates or submits; a request without it is refused before the method
 * is reached.
 */
public final class IdempotencyKey {

    private final String scope;
    private final JsonMapper json;

    IdempotencyKey(String caller, String path, String key, JsonMapper json) {
        this.scope = caller + "\n" + path + "\n" + key;
        this.json = json;
    }

    /** The identity of the request with this body; the same key with another body is refused. */
    public RequestIdentity with(Object body) {
        return new RequestIdentity(Sha256.hex(scope), Sha256.hex(json.writeValueAsString(body)));
    }
}
