package org.yol.applications.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.yol.contracts.CertificateKind;
import org.yol.contracts.RevocationReason;

/**
 * A certificate as those see it who may see the application.
 *
 * @param id its public number: whoever has it can verify the certificate
 * @param version for {@code If-Match} when it is revoked
 * @param endedOn the day on which what it is of ended; null of an award
 * @param digest SHA-256 of {@code jwt}, lower-case hex: so the public log names it
 * @param jwt the signed credential (VC-JWT); null once its holder was erased
 * @param revoked null while it is valid
 */
record CertificateView(
        String id,
        long version,
        CertificateKind kind,
        Map<String, String> title,
        Map<String, String> provider,
        String place,
        Instant since,
        LocalDate endedOn,
        String digest,
        String jwt,
        RevocationView revoked) {

    /** @param words for the holder; null in public */
    record RevocationView(RevocationReason reason, String words, Instant at) {}

    static CertificateView of(Certificate certificate) {
        return of(
                certificate,
                certificate.revocation() == null
                        ? null
                        : certificate.revocation().words());
    }

    /** As anybody sees it who was shown its number: why it was revoked, in words, is not for them. */
    static CertificateView inPublic(Certificate certificate) {
        return of(certificate, null);
    }

    private static CertificateView of(Certificate certificate, String words) {
        Certificate.Revocation ended = certificate.revocation();
        return new CertificateView(
                certificate.number(),
                certificate.version(),
                certificate.kind(),
                certificate.title(),
                certificate.provider(),
                certificate.place(),
                certificate.since(),
                certificate.endedOn(),
                certificate.digest(),
                certificate.jwt(),
                ended == null ? null : new RevocationView(ended.reason(), words, ended.at()));
    }
}
