package org.yol.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

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

    @ParameterizedTest
    @CsvSource({"true, aida@example.org", "false,"})
    void hasTheAddressThatItsOwnerHasConfirmed(boolean confirmed, String address) {
        Jwt token = token().claim("email_verified", confirmed).build();

        assertThat(Caller.of(token).email()).isEqualTo(address);
    }

    @Test
    void hasTheAddressOfAProviderThatDoesNotSayWhetherItIsConfirmed() {
        assertThat(Caller.of(token().build()).email()).isEqualTo("aida@example.org");
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("aida")
                .claim("email", "aida@example.org");
    }
}
