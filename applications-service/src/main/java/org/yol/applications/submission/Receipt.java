package org.yol.applications.submission;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yol.applications.commitment.Commitment;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * What a student holds in hand after submitting: when, and the SHA-256 of what was handed in, as a whole and of each
 * part. Dossier, answers and choices are digested as canonical JSON (RFC 8785), a document as its bytes.
 *
 * @param id short enough to be read out on the telephone
 * @param submission id of the {@link Submission}: these bytes are what the digests are of
 * @param sha256 lower-case hex by part, always in this order: {@code submission} (the whole), {@code dossier},
 *     {@code answers}, {@code choices}, {@code document:passport} …
 * @param firstAt when it was handed in first, if it was returned for correction since; null elsewhere
 * @param jws the signed receipt, see {@link ReceiptSigner}; null in what releases gave that did not sign
 */
public record Receipt(
        String id, Instant at, String submission, Map<String, String> sha256, Instant firstAt, String jws) {

    /** What stands before the documents. */
    private static final List<String> FIRST =
            List.of("submission", "dossier", "answers", "choices", "team", "references");

    private static final Comparator<String> IN_ORDER = Comparator.<String>comparingInt(
                    part -> FIRST.contains(part) ? FIRST.indexOf(part) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    public Receipt {
        Map<String, String> ordered = new TreeMap<>(IN_ORDER);
        ordered.putAll(sha256);
        sha256 = Collections.unmodifiableMap(ordered);
    }

    /**
     * The receipt for a submission.
     *
     * @param parts digests by part, without the whole
     * @param firstAt see there
     */
    public static Receipt of(Submission submission, Instant at, Map<String, String> parts, Instant firstAt) {
        Map<String, String> sha256 = new HashMap<>(parts);
        sha256.put("submission", submission.sha256());
        String number = Sha256.hex(submission.id() + at).substring(0, 12).toUpperCase(Locale.ROOT);
        String id = number.substring(0, 4) + "-" + number.substring(4, 8) + "-" + number.substring(8);
        return new Receipt(id, at, submission.id(), sha256, firstAt, null);
    }

    /** The same with its signature. */
    Receipt with(String signed) {
        return new Receipt(id, at, submission, sha256, firstAt, signed);
    }

    /** The same without its signature, and so without the salt that leads to its entry in the public log. */
    public Receipt withoutSignature() {
        return with(null);
    }

    /** The same for readers who are not to know whose it is: its number, and when it was given. */
    public Receipt unnamed() {
        return new Receipt(id, at, null, Map.of(), firstAt, null);
    }

    /** What is signed; null in what releases gave that did not sign. */
    public JsonNode says() {
        return jws == null ? null : Jws.says(jws);
    }

    /** The salt of its entry in the public log; null in what releases gave that kept none. */
    private String salt() {
        return jws == null ? null : says().at("/log/salt").asString(null);
    }

    /** What stands for it in the public log, see {@link Commitment}; null without a salt. */
    public String commitment() {
        String salt = salt();
        return salt == null ? null : Commitment.toSubmission(id, salt, sha256.get("submission"));
    }

    /** What {@link #commitment} is the digest of, for the holder to show; null without a salt. */
    public Map<String, String> opening() {
        String salt = salt();
        return salt == null ? null : Commitment.submission(id, salt, sha256.get("submission"));
    }

    /**
     * The number by which its holder takes part in the lottery of the call, see {@link Commitment}; null without a
     * salt.
     */
    public String entrant() {
        String salt = salt();
        return salt == null ? null : Commitment.toEntrant(id, salt);
    }

    /** Whether this is what was handed in: its digest is the one that the receipt states, as it was signed too. */
    public boolean isFor(Submission handedIn) {
        String digest = handedIn.sha256();
        return digest.equals(sha256.get("submission"))
                && (jws == null || digest.equals(says().at("/sha256/submission").asString(null)));
    }

    /** The instant that counts for being in time: a correction that was asked for makes nobody late. */
    public Instant countsAt() {
        return firstAt == null ? at : firstAt;
    }
}
