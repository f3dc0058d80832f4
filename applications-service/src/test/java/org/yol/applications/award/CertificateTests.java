package org.yol.applications.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.CertificateKind;
import org.yol.contracts.RevocationReason;
import org.yol.platform.problem.Refused;

class CertificateTests {

    private static final Instant NOW = Instant.parse("2027-05-10T06:30:00Z");

    private final Certificate valid =
            CredentialTests.certificate(CertificateKind.AWARD).signed("a.b.c", "ab".repeat(32));

    @Test
    void revocationSetsItsBitAndIsTold() {
        var change = valid.revoked(RevocationReason.ENDED, "Left early.", "aigerim", NOW);

        assertThat(change.state().status()).isEqualTo(new Certificate.Status(2, 94_567, true));
        assertThat(change.state().revocation().words()).isEqualTo("Left early.");
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(CertificateEvent.Revoked.class, revoked -> {
            assertThat(revoked.reason()).isEqualTo(RevocationReason.ENDED);
            assertThat(revoked.certificate().studentId()).isEqualTo("aigerim");
            assertThat(revoked.certificate().digest()).isEqualTo("ab".repeat(32));
        });
    }

    @Test
    void revokedOnceIsRevokedForGood() {
        Certificate revoked = valid.revoked(RevocationReason.ENDED, "Left early.", "aigerim", NOW)
                .state();

        assertThat(refusal(() -> revoked.revoked(RevocationReason.OTHER, "x", "aigerim", NOW))
                        .problem())
                .isEqualTo(Certificate.REVOKED);
    }

    @Test
    void ofAnErasedPersonStaysWhatOthersAskFor() {
        Certificate nobodys = valid.revoked(RevocationReason.ENDED, "Left early.", "aigerim", NOW)
                .state()
                .withoutPerson()
                .state();

        assertThat(nobodys.jwt()).isNull();
        assertThat(nobodys.revocation().words()).isNull();
        assertThat(nobodys.revocation().reason()).isEqualTo(RevocationReason.ENDED);
        assertThat(nobodys.status().revoked()).isTrue();
        assertThat(nobodys.digest()).isEqualTo(valid.digest());
        assertThat(valid.withoutPerson()
                        .state()
                        .revoked(RevocationReason.MISTAKE, "About somebody.", null, NOW)
                        .state()
                        .revocation()
                        .words())
                .isNull();
    }

    private static Refused refusal(ThrowingCallable asked) {
        return catchThrowableOfType(Refused.class, asked);
    }
}
