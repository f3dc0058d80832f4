package org.yol.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTests {

    private static final Caller OF_AGENCY =
            new Caller("sato", "Sato", null, "ja", Set.of(Role.COORDINATOR), "agency", null, Set.of());

    @Test
    void actsForTheirOwnOrganizationAndForThoseThatSaidSo() {
        Caller representative = OF_AGENCY.actingFor(Set.of("ministry"));

        assertThat(representative.is(Role.COORDINATOR, "agency")).isTrue();
        assertThat(representative.is(Role.COORDINATOR, "ministry")).isTrue();
        assertThat(representative.organizations()).containsExactlyInAnyOrder("agency", "ministry");
    }

    @Test
    void actsForNobodyElseAndInNoOtherRole() {
        assertThat(OF_AGENCY.is(Role.COORDINATOR, "ministry")).isFalse();
        assertThat(OF_AGENCY.is(Role.COORDINATOR, null)).isFalse();
        assertThat(OF_AGENCY.actingFor(Set.of("ministry")).is(Role.REVIEWER, "ministry"))
                .isFalse();
        assertThat(Caller.NOBODY.is(Role.COORDINATOR, null)).isFalse();
        assertThat(Caller.NOBODY.organizations()).isEmpty();
    }
}
