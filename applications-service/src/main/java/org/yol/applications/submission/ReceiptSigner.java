package org.yol.applications.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.commitment.Commitment;
import org.yol.applications.commitment.LogOrigin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Signs receipts as JWS (RFC 7515, compact, EdDSA with Ed25519): what is signed is canonical JSON (RFC 8785) that says
 * who has received what to which call and when, by digests only. Nobody is named in it: whoever holds the documents can
 * show that they are the ones.
 */
@Component
public class ReceiptSigner {

    private static final String TYPE = "yol-receipt";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ReceiptKeys keys;
    private final String issuer;
    private final String log;
    private final String header;
    private final Clock clock;

    ReceiptSigner(ReceiptProperties properties, LogOrigin log, Clock clock) {
        this.keys = ReceiptKeys.read(properties.keys());
        this.issuer = properties.publicUri().toString();
        this.log = log.origin();
        this.clock = clock;
        this.header = encoded(CanonicalJson.of(Map.of("alg", "EdDSA", "kid", keys.signingKeyId(), "typ", TYPE)));
    }

    /** What became of a verification. */
    public enum Finding {
        /** It says what Yol has signed. */
        @JsonProperty("genuine")
        GENUINE,
        /** It is no receipt, or a piece of one. */
        @JsonProperty("unreadable")
        UNREADABLE,
        /** It was signed with a key that is not among those published here. */
        @JsonProperty("foreign")
        FOREIGN,
        /** It is not what was signed. */
        @JsonProperty("altered")
        ALTERED
    }

    /** @param says what the receipt says; null unless it is genuine */
    public record Verified(Finding finding, JsonNode says) {}

    /**
     * The same receipt with its signature, as it is given for what is handed in. It names the public log that will hold
     * an entry of it, and the salt of that: its holder alone can show which entry it is.
     *
     * @param title of the call, by language tag; {@code en} is always there
     */
    public Receipt signed(Receipt receipt, String callId, Map<String, String> title) {
        return signed(receipt, callId, title, Map.of("origin", log, "salt", Commitment.salt()));
    }

    /** The signature of a receipt of a release that did not sign: the log holds nothing of that. */
    public Receipt signedAfterwards(Receipt receipt, String callId, Map<String, String> title) {
        return signed(receipt, callId, title, null);
    }

    private Receipt signed(Receipt receipt, String callId, Map<String, String> title, Map<String, String> entry) {
        Instant now = clock.instant();
        Map<String, Object> says = new TreeMap<>();
        says.put("iss", issuer);
        says.put("receipt", receipt.id());
        says.put("call", Map.of("id", callId, "title", title.get("en")));
        says.put("submittedAt", receipt.at().toString());
        if (receipt.firstAt() != null) {
            says.put("firstSubmittedAt", receipt.firstAt().toString());
        }
        says.put("sha256", receipt.sha256());
        says.put("signedAt", now.toString());
        if (entry != null) {
            says.put("log", entry);
        }
        String text = header + "." + encoded(CanonicalJson.of(says));
        byte[] signature = keys.sign(text.getBytes(StandardCharsets.US_ASCII));
        return receipt.with(text + "." + BASE64.encodeToString(signature));
    }

    /** Whether Yol has signed that, and what it says. */
    Verified verify(String jws) {
        String[] parts = jws.strip().split("\\.", -1);
        if (parts.length != 3) {
            return new Verified(Finding.UNREADABLE, null);
        }
        try {
            JsonNode head = Jws.decoded(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!"EdDSA".equals(head.path("alg").asString(""))
                    || !TYPE.equals(head.path("typ").asString(""))) {
                return new Verified(Finding.UNREADABLE, null);
            }
            String keyId = head.path("kid").asString("");
            if (!keys.knows(keyId)) {
                return new Verified(Finding.FOREIGN, null);
            }
            byte[] text = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return keys.verify(keyId, text, signature)
                    ? new Verified(Finding.GENUINE, Jws.decoded(parts[1]))
                    : new Verified(Finding.ALTERED, null);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return new Verified(Finding.UNREADABLE, null);
        }
    }

    String publishedKeys() {
        return keys.published();
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
