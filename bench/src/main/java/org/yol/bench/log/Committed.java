package org.yol.bench.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.yol.transparency.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entry that a receipt promises, made of nothing but the receipt. What it says is letters and digits, so that keys
 * in their order and no spaces make it canonical JSON (RFC 8785).
 *
 * @param at when it was submitted
 * @param entry its bytes as text
 */
public record Committed(Instant at, String entry) {

    /** @param jws the signed receipt, which is not verified here */
    public static Committed of(String jws) {
        JsonNode says = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
        String digest = sha256(canonical(Map.of(
                "receipt", says.get("receipt").asString(),
                "salt", says.at("/log/salt").asString(),
                "submission", says.at("/sha256/submission").asString())));
        String submittedAt = says.get("submittedAt").asString();
        return new Committed(
                Instant.parse(submittedAt),
                submission(submittedAt, says.at("/call/id").asString(), digest));
    }

    /** The entry of a submission. */
    public static String submission(String at, String call, String digest) {
        return canonical(Map.of("at", at, "call", call, "digest", digest, "kind", "submission"));
    }

    /** Its hash in the tree. */
    public Hash leaf() {
        return Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(Map<String, String> object) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(object));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
