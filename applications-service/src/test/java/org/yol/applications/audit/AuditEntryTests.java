package org.yol.applications.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.RecordedAct;

class AuditEntryTests {

    private static final RecordedAct DECIDED = act("1", "sato", "coordinator", "decided");
    private static final RecordedAct SUBMITTED = act("2", "aigerim", "student", "submitted");

    private final AuditEntry first = AuditEntry.of(DECIDED, 1, AuditEntry.BEGINNING);
    private final AuditEntry second = AuditEntry.of(SUBMITTED, 2, first.hash());

    /** What was once entered must have the same hash for ever, whatever later releases know besides. */
    @Test
    void hashIsTheOneOfTheFirstRelease() {
        assertThat(first.hash()).isEqualTo("2e03fa2c4f3b448851361bb8abfc96beb7fd2b1199895933349ebd2c767f2879");
    }

    @Test
    void entriesThatFollowEachOtherHold() {
        assertThat(first.faultAfter(0, AuditEntry.BEGINNING)).isNull();
        assertThat(second.faultAfter(1, first.hash())).isNull();
    }

    @Test
    void changedEntryIsFound() {
        AuditEntry changed = new AuditEntry(
                2,
                second.actId(),
                second.at().minusSeconds(60),
                second.kind(),
                second.by(),
                second.role(),
                second.subject(),
                second.facts(),
                second.previous(),
                second.hash());

        assertThat(changed.faultAfter(1, first.hash())).contains("entry 2 was changed");
    }

    @Test
    void entryThatWasMadeAnewWithItsHashIsFoundByTheNext() {
        AuditEntry other = AuditEntry.of(act("1", "sato", "coordinator", "read"), 1, AuditEntry.BEGINNING);

        assertThat(other.faultAfter(0, AuditEntry.BEGINNING)).isNull();
        assertThat(second.faultAfter(1, other.hash())).contains("entry 2 does not follow entry 1");
    }

    @Test
    void entryThatWasTakenOutIsMissed() {
        assertThat(second.faultAfter(0, AuditEntry.BEGINNING)).contains("entry 1 is missing");
    }

    @Test
    void applicantIsNotNamedBesideTheApplication() {
        assertThat(second.by()).isNull();
        assertThat(second.role()).isEqualTo("student");
        assertThat(first.by()).isEqualTo("sato");
    }

    private static RecordedAct act(String id, String by, String role, String kind) {
        return new RecordedAct(
                id,
                Instant.parse("2026-11-26T09:00:00.123Z"),
                new Act(kind, by, role, "kz-1", Map.of("receipt", "AAAA", "place", "x")));
    }
}
