package org.yol.applications.submission;

import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.person.Residence;
import org.yol.platform.digest.Sha256;

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
     * The submission of these parts.
     *
     * @param parts by name; each is what JSON makes of it
     */
    public static Submission of(Residence residence, String applicationId, Map<String, Object> parts) {
        Map<String, Object> whole = new TreeMap<>(parts);
        whole.put("application", applicationId);
        String text = CanonicalJson.of(whole);
        return new Submission(residence.id(Sha256.hex(text)), applicationId, text);
    }

    /** SHA-256 of the whole text, lower-case hex. */
    public String sha256() {
        return Sha256.hex(text);
    }
}
