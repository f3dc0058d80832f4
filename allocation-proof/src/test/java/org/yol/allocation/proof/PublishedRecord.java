package org.yol.allocation.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published record to tamper with.
 *
 * <p>{@code reserves}: Tsukuba has three seats, one of them for rural applicants and one for women, and Hiroshima one.
 *
 * <pre>
 *   lottery  applicant         wants
 *   7aff     1                 tsukuba 90.00, hiroshima 80.00
 *   f160     2 (rural)         tsukuba 70.00
 *   56e9     3                 hiroshima 80.00, tsukuba 85.00
 *   a0a3     4 (rural)         tsukuba 60.50
 *   0551     5                 hiroshima (withdrawn), tsukuba 85.00
 *   3dff     6                 hiroshima 80.00
 * </pre>
 *
 * Hiroshima takes 6, whose lottery number is smaller than that of 3. Tsukuba's open seat is 1's, the rural one 2's;
 * there are no women, so that seat is left over, and goes to 5, who has the score of 3 and a smaller lottery number.
 *
 * <p>{@code caps}: a and b have a seat each, c has two; a and b together ("master") two, all three ("all").
 *
 * <pre>
 *   7aff     1                 a 80.00, b 90.00
 *   f160     2                 b 80.00, a 90.00
 *   56e9     3                 c 70.00
 *   a0a3     4                 c 60.00
 *   0551     5                 a 50.00
 * </pre>
 *
 * 1 has a and 2 has b, though the places would rather have it the other way round: that would be stable too, and worse
 * for both. 3 has c; 4 fits c, but not "all".
 */
public record PublishedRecord(ObjectNode input, ObjectNode result) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    public static PublishedRecord of(String name) {
        return new PublishedRecord((ObjectNode) MAPPER.readTree(bytes(name + "-input.json")), (ObjectNode)
                MAPPER.readTree(bytes(name + "-result.json")));
    }

    static byte[] bytes(String file) {
        try (var in = PublishedRecord.class.getResourceAsStream("/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of an applicant of the two records. */
    public static String number(int applicant) {
        return "00000000-0000-4000-8000-%012d".formatted(applicant);
    }

    public PublishedRecord tampered(Consumer<PublishedRecord> how) {
        var other = new PublishedRecord(input.deepCopy(), result.deepCopy());
        how.accept(other);
        return other;
    }

    public ObjectNode applicant(int applicant) {
        return (ObjectNode) input.at("/applicants/" + (applicant - 1));
    }

    public ObjectNode choice(int applicant, int rank) {
        return (ObjectNode) applicant(applicant).at("/choices/" + (rank - 1));
    }

    public ObjectNode inInput(String pointer) {
        return (ObjectNode) input.at(pointer);
    }

    public ObjectNode inResult(String pointer) {
        return (ObjectNode) result.at(pointer);
    }

    public byte[] inputBytes() {
        return MAPPER.writeValueAsBytes(input);
    }

    /** With the digest of the input as it is now. */
    public byte[] resultBytes() {
        return MAPPER.writeValueAsBytes(result.deepCopy().put("input", inputDigest()));
    }

    String inputDigest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inputBytes());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Verdict verdict() {
        return SelectionCheck.of(inputBytes(), resultBytes());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
