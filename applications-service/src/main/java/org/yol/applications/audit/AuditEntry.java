package org.yol.applications.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.platform.access.Role;
import org.yol.platform.trail.RecordedAct;

/**
 * An entry of the audit trail. Public because the record codec can read no other.
 *
 * @param number from 1, without gaps
 * @param actId of the act: it is entered once, however often it is told
 * @param kind what was done, such as {@code submitted}
 * @param by the account; null for the applicant, who is known by the application alone, and for the clock
 * @param role null for the clock
 * @param subject id of the application, or of the call for what was done to many
 * @param previous hash of the entry before, of 64 zeros for the first
 * @param hash SHA-256 of all the other components as canonical JSON (RFC 8785), lower-case hex
 */
public record AuditEntry(
        @BsonId long number,
        String actId,
        Instant at,
        String kind,
        String by,
        String role,
        String subject,
        Map<String, String> facts,
        String previous,
        String hash) {

    private static final String STUDENT = Role.STUDENT.toString();

    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    /** The entry of an act that follows another entry. */
    static AuditEntry of(RecordedAct recorded, long number, String previous) {
        var act = recorded.act();
        // What stays when a person is erased must not name them.
        String by = STUDENT.equals(act.role()) ? null : act.by();
        AuditEntry entry = new AuditEntry(
                number,
                recorded.id(),
                recorded.at(),
                act.kind(),
                by,
                act.role(),
                act.subject(),
                act.facts(),
                previous,
                null);
        return new AuditEntry(
                number,
                entry.actId,
                entry.at,
                entry.kind,
                by,
                entry.role,
                entry.subject,
                entry.facts,
                previous,
                entry.expectedHash());
    }

    /** The hash that its other components have. */
    String expectedHash() {
        Map<String, Object> content = new TreeMap<>();
        content.put("number", number);
        content.put("actId", actId);
        content.put("at", at.toString());
        content.put("kind", kind);
        content.put("by", by);
        content.put("role", role);
        content.put("subject", subject);
        content.put("facts", facts);
        content.put("previous", previous);
        return CanonicalJson.sha256(content);
    }

    /** What is wrong with it behind another entry; null when nothing is. */
    String faultAfter(long numberBefore, String hashBefore) {
        if (number != numberBefore + 1) {
            return "entry " + (numberBefore + 1) + " is missing: after " + numberBefore + " comes " + number;
        }
        if (!hash.equals(expectedHash())) {
            return "entry " + number + " was changed: its content no longer has its hash";
        }
        if (!previous.equals(hashBefore)) {
            return "entry " + number + " does not follow entry " + numberBefore
                    + ": one of the two was put there later";
        }
        return null;
    }
}
