package org.yol.applications.submission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a JWS (RFC 7515, compact), two of which are JSON. */
final class Jws {

    private Jws() {}

    /** What one of ours says, signed or not. */
    static JsonNode says(String jws) {
        return decoded(jws.split("\\.")[1]);
    }

    /**
     * The JSON of a part.
     *
     * @throws IllegalArgumentException when it is not base64url
     * @throws tools.jackson.core.JacksonException when that is not of JSON
     */
    static JsonNode decoded(String part) {
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
