package org.yol.applications.commitment;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.contracts.ApplicationState;

/**
 * Digests that the public log holds in place of what happened to somebody: SHA-256 of canonical JSON (RFC 8785), in
 * lower-case hex. Each is of a salt too, so that nobody finds by trying what it is of: whoever is given salt and
 * content can reckon it again.
 */
public final class Commitment {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private Commitment() {}

    /** 16 random bytes in lower-case hex. */
    public static String salt() {
        byte[] bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What stands for what was handed in.
     *
     * @param receipt id of the receipt
     * @param submission SHA-256 of the whole, lower-case hex
     */
    public static String toSubmission(String receipt, String salt, String submission) {
        return CanonicalJson.sha256(submission(receipt, salt, submission));
    }

    /** What {@link #toSubmission} is the digest of. */
    public static Map<String, String> submission(String receipt, String salt, String submission) {
        return new TreeMap<>(Map.of("receipt", receipt, "salt", salt, "submission", submission));
    }

    /**
     * The number by which somebody takes part in the lottery of a call and stands in the record of its selection.
     *
     * @param receipt id of the receipt of what they handed in last
     * @param salt of that receipt
     */
    public static String toEntrant(String receipt, String salt) {
        return CanonicalJson.sha256(new TreeMap<>(Map.of("entrant", receipt, "salt", salt)));
    }

    /**
     * What stands for a decision that was announced.
     *
     * @param application its id
     * @param place id of the place that is offered; null without an offer
     * @param state that it came into by the decision
     */
    public static String toDecision(String application, String place, String salt, ApplicationState state) {
        return CanonicalJson.sha256(decision(application, place, salt, state));
    }

    /** What {@link #toDecision} is the digest of. */
    public static Map<String, String> decision(String application, String place, String salt, ApplicationState state) {
        Map<String, String> opening =
                new TreeMap<>(Map.of("application", application, "salt", salt, "state", state.toString()));
        if (place != null) {
            opening.put("place", place);
        }
        return opening;
    }
}
