package org.yol.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * What happened to one reference that a student asked for. Key: reference id, but where it is said. Who the referee is,
 * and what they write, is told to nobody; what a mail to a referee needs is sealed for the service that sends it.
 */
public sealed interface ReferenceEvent extends Event {

    /** The reference. */
    String referenceId();

    /**
     * A referee is to be written to.
     *
     * @param sealed JWE (RFC 7516) in compact form of what the mail needs: address, names, language and the one-time
     *     link. Only who has the key that two services share can read it.
     */
    record MailWanted(String referenceId, ReferenceMail mail, String sealed) implements ReferenceEvent {}

    /**
     * The student is to know how a reference stands.
     *
     * @param studentId the student's account
     * @param programmeTitle by language tag; {@code en} is always there
     * @param at when it came to stand so
     */
    record Answered(
            String referenceId,
            String applicationId,
            String callId,
            String studentId,
            Map<String, String> programmeTitle,
            ReferenceAnswer answer,
            Instant at)
            implements ReferenceEvent {}

    /**
     * No mail can reach the referee: the address was refused for good. Told by the service that sends mails; key: id of
     * the mail.
     */
    record Undeliverable(String referenceId) implements ReferenceEvent {}
}
