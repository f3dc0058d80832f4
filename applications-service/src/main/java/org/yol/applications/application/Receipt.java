package org.yol.applications.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a student holds in hand after submitting: when, and the SHA-256 of every part that was handed in. The answers
 * and the choices are digested as JSON with sorted names and without white space (the form of RFC 8785), a document as
 * its bytes.
 *
 * @param id short enough to be read out on the telephone
 * @param sha256 lower-case hex by part: {@code answers}, {@code choices}, {@code document:passport} …
 */
public record Receipt(String id, Instant at, Map<String, String> sha256) {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static Receipt of(
            String applicationId, Instant at, Answers answers, List<String> choices, List<AttachedDocument> documents) {
        Map<String, String> sha256 = new TreeMap<>();
        sha256.put("answers", Sha256.hex(CANONICAL.writeValueAsString(answers)));
        sha256.put("choices", Sha256.hex(CANONICAL.writeValueAsString(choices)));
        documents.forEach(document -> sha256.put("document:" + document.kind(), document.sha256()));
        String whole = Sha256.hex(applicationId + at + CANONICAL.writeValueAsString(sha256));
        String id = whole.substring(0, 12).toUpperCase(Locale.ROOT);
        return new Receipt(id.substring(0, 4) + "-" + id.substring(4, 8) + "-" + id.substring(8), at, sha256);
    }
}
