package org.yol.applications.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yol.applications.audit.AuditHead;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.contracts.ApplicationEvent.DecisionPublished;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.LotteryEvent;
import org.yol.contracts.LotteryEvent.Committed;
import org.yol.contracts.LotteryEvent.Entered;
import org.yol.contracts.LotteryEvent.Opened;
import org.yol.contracts.SelectionEvent;
import org.yol.platform.event.ReceivedEvent;
import org.yol.transparency.Hash;

/**
 * What an entry of the log says. Public because the record codec can read no other.
 *
 * @param source what it comes from: however often that is told, it is one entry
 * @param kind what it is about, see the published schema of entries
 * @param call id of the call it is about; null where it is about none
 * @param at when what it tells of happened
 * @param text canonical JSON (RFC 8785): what is hashed
 */
public record Statement(String source, String kind, String call, Instant at, String text) {

    static final String CALL_PUBLISHED = "call-published";
    static final String CALL_CHANGED = "call-changed";
    static final String SUBMISSION = "submission";
    static final String DECISION = "decision";
    static final String SELECTION_INPUT = "selection-input";
    static final String SELECTION_RESULT = "selection-result";
    static final String LOTTERY_COMMITMENT = "lottery-commitment";
    static final String LOTTERY_ENTRANTS = "lottery-entrants";
    static final String LOTTERY_OPENING = "lottery-opening";
    static final String AUDIT_HEADS = "audit-heads";
    static final String CERTIFICATE_ISSUED = "certificate-issued";
    static final String CERTIFICATE_REVOKED = "certificate-revoked";
    static final String LOG_KEY = "log-key";

    /**
     * Characters, of up to four bytes each: tiles of entries say the length of each in two bytes, and the rest is for
     * what stands beside the terms.
     */
    private static final int TERMS_AT_MOST = 15_000;

    /** What the log has to say of an event: nothing of most of them. */
    static List<Statement> of(ReceivedEvent event) {
        return switch (event.data()) {
            case CallPublished call -> of(call, event);
            case Submitted submitted
            when submitted.commitment() != null ->
                List.of(committed(
                        SUBMISSION, submitted.application().callId(), submitted.submittedAt(), submitted.commitment()));
            case DecisionPublished decision
            when decision.commitment() != null ->
                List.of(committed(
                        DECISION,
                        decision.application().callId(),
                        decision.application().since(),
                        decision.commitment()));
            case SelectionEvent selection -> List.of(of(selection));
            case LotteryEvent lottery -> List.of(of(lottery));
            case CertificateEvent.Issued issued -> List.of(of(issued));
            case CertificateEvent.Revoked revoked -> List.of(of(revoked));
            default -> List.of();
        };
    }

    /** What the log says of a step of a selection, which happens once. */
    public static Statement of(SelectionEvent event) {
        return switch (event) {
            case SelectionEvent.Fixed(String call, String selection, String input, Instant at) ->
                said(
                        SELECTION_INPUT,
                        selection,
                        call,
                        at,
                        Map.of("call", call, "selection", selection, "input", input));
            case SelectionEvent.Published(String call, String selection, String input, String result, Instant at) ->
                said(
                        SELECTION_RESULT,
                        selection,
                        call,
                        at,
                        Map.of("call", call, "selection", selection, "input", input, "result", result));
        };
    }

    /** What the log says of a step of a lottery, which happens once. */
    public static Statement of(LotteryEvent event) {
        return switch (event) {
            case Committed(String call, String by, String commitment, Instant at) ->
                said(
                        LOTTERY_COMMITMENT,
                        call + "/" + by,
                        call,
                        at,
                        Map.of("call", call, "by", by, "commitment", commitment));
            case Entered(String call, int entrants, String digest, Instant at) ->
                said(LOTTERY_ENTRANTS, call, call, at, Map.of("call", call, "entrants", entrants, "digest", digest));
            case Opened(String call, String by, String part, Instant at) ->
                said(LOTTERY_OPENING, call + "/" + by, call, at, Map.of("call", call, "by", by, "part", part));
        };
    }

    private static List<Statement> of(CallPublished call, ReceivedEvent event) {
        List<Statement> all = new ArrayList<>();
        all.add(published(call, event));
        call.changes().forEach(change -> all.add(changed(call.callId(), change)));
        return all;
    }

    private static Statement published(CallPublished call, ReceivedEvent event) {
        Map<String, Object> says = new TreeMap<>();
        says.put("call", call.callId());
        says.put("programme", call.programmeId());
        says.put("provider", call.providerId());
        says.put("title", call.title().get("en"));
        says.put("opens", call.opens().toString());
        says.put("closes", call.closes().toString());
        says.put("zone", call.zone());
        says.put("digest", CanonicalJson.sha256(call));
        Map<String, Object> terms = terms(call);
        if (CanonicalJson.of(terms).length() <= TERMS_AT_MOST) {
            says.put("terms", terms);
        }
        return said(CALL_PUBLISHED, call.callId() + "/" + event.seq(), call.callId(), event.time(), says);
    }

    /** By what an application is taken and chosen: what must not change without everybody seeing it. */
    private static Map<String, Object> terms(CallPublished call) {
        Map<String, Object> terms = new TreeMap<>();
        terms.put("origins", call.origins());
        terms.put("graceMinutes", call.graceMinutes());
        terms.put("intake", call.intake());
        terms.put("documents", call.documents());
        terms.put("references", call.references());
        terms.put("rankAtMost", call.rankAtMost());
        terms.put("eligibility", call.eligibility());
        terms.put("rubric", call.rubric());
        terms.put("selection", call.selection());
        terms.put("team", call.team());
        terms.put("nominationsAtMost", call.nominationsAtMost());
        terms.put("answerBy", text(call.answerBy()));
        terms.put("referencesClose", text(call.referencesClose()));
        terms.put(
                "places",
                call.places().stream()
                        .map(place -> Map.of(
                                "id",
                                place.id(),
                                "host",
                                place.hostId(),
                                "level",
                                place.level(),
                                "seats",
                                place.seats(),
                                "reserves",
                                place.reserves()))
                        .toList());
        return terms;
    }

    private static Statement changed(String callId, CallChange change) {
        Map<String, Object> says = new TreeMap<>();
        says.put("call", callId);
        says.put("id", change.id());
        says.put("change", change.kind());
        says.put("reason", change.reason());
        says.put("closes", text(change.closes()));
        says.put("countries", change.countries());
        return said(CALL_CHANGED, callId + "/" + change.id(), callId, change.at(), says);
    }

    /**
     * What was committed to, by its digest alone.
     *
     * @param digest SHA-256 of what only those know who are to know it, with its salt; lower-case hex
     */
    static Statement committed(String kind, String callId, Instant at, String digest) {
        return said(kind, digest, callId, at, Map.of("call", callId, "digest", digest));
    }

    /** Neither call nor country: those who hold a certificate are few. */
    private static Statement of(CertificateEvent.Issued issued) {
        String digest = issued.certificate().digest();
        return said(CERTIFICATE_ISSUED, digest, null, issued.at(), Map.of("digest", digest, "list", issued.list()));
    }

    private static Statement of(CertificateEvent.Revoked revoked) {
        String digest = revoked.certificate().digest();
        return said(
                CERTIFICATE_REVOKED, digest, null, revoked.at(), Map.of("digest", digest, "reason", revoked.reason()));
    }

    /** Where the audit trail stood. */
    static Statement heads(Instant hour, List<AuditHead> heads) {
        return said(AUDIT_HEADS, hour.toString(), null, hour, Map.of("chains", heads));
    }

    /** The key that signs from the beginning. */
    static Statement firstKey(String verifierKey, Instant now) {
        return said(LOG_KEY, verifierKey, null, now, Map.of("key", verifierKey));
    }

    /**
     * A key that signs from now on, introduced by the one before.
     *
     * @param signing signs with the one before
     */
    static Statement nextKey(String verifierKey, String previous, UnaryOperator<byte[]> signing, Instant now) {
        Map<String, Object> says = new TreeMap<>(Map.of("key", verifierKey, "previous", previous));
        byte[] unsigned = said(LOG_KEY, verifierKey, null, now, says).entry();
        says.put("signature", Base64.getEncoder().encodeToString(signing.apply(unsigned)));
        return said(LOG_KEY, verifierKey, null, now, says);
    }

    private static Statement said(String kind, String source, String callId, Instant at, Map<String, ?> says) {
        Map<String, Object> whole = new TreeMap<>(says);
        whole.put("kind", kind);
        whole.put("at", at.toString());
        return new Statement(kind + "/" + source, kind, callId, at, CanonicalJson.of(whole));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The bytes that are in the log. */
    byte[] entry() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its hash in the tree. */
    Hash leaf() {
        return Hash.ofLeaf(entry());
    }
}
