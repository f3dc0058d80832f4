package org.yol.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * What happened to a certificate. Key: application id and kind, such as {@code kz-…/award}. Neither the address at
 * which it is verified nor what it says is told: its holder shows it to whom they like.
 */
public sealed interface CertificateEvent extends Event {

    /** The certificate. */
    Subject certificate();

    /**
     * The certificate an event is about.
     *
     * @param digest SHA-256 of the signed credential (its compact form, in ASCII), lower-case hex: what stands for it
     *     in the public log
     * @param studentId the account of its holder
     * @param programmeTitle by language tag, for messages to people; {@code en} is always there
     */
    record Subject(
            String applicationId,
            String callId,
            String studentId,
            Map<String, String> programmeTitle,
            CertificateKind kind,
            String digest) {}

    /**
     * It is signed, and valid from then on.
     *
     * @param list number of the status list that says whether it still is, 1 or more
     */
    record Issued(Subject certificate, long list, Instant at) implements CertificateEvent {}

    /** It is not valid any more. */
    record Revoked(Subject certificate, RevocationReason reason, Instant at) implements CertificateEvent {}
}
