package org.yol.applications.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.yol.applications.person.Residence;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a student handed in, as the text that was digested: canonical JSON (RFC 8785). It never changes, whatever
 * becomes of the application or of the form of later releases. Public because the record codec can read no other.
 *
 * @param id country and SHA-256 of the text
 * @param applicationId whose it is
 * @param text canonical JSON, an object with the parts by name
 */
public record Submission(@BsonId String id, String applicationId, String text) {

    /**
     * An answer that was not given, and a list with nothing in it, is left out, so that questions asked later change no
     * digest.
     */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    /**
     * The submission of these parts.
     *
     * @param parts by name; each is what JSON makes of it
     */
    public static Submission of(Residence residence, String applicationId, Map<String, Object> parts) {
        Map<String, Object> whole = new TreeMap<>(parts);
        whole.put("application", applicationId);
        String text = canonical(whole);
        return new Submission(residence.id(Sha256.hex(text)), applicationId, text);
    }

    /** SHA-256 of the whole text, lower-case hex. */
    public String sha256() {
        return Sha256.hex(text);
    }

    /** SHA-256 of the canonical text of one part, lower-case hex. */
    public static String sha256(Object part) {
        return Sha256.hex(canonical(part));
    }

    /** Canonical JSON (RFC 8785) of a value. */
    static String canonical(Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
