package org.yol.applications.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidenceTests {

    @Test
    void idsBeginWithTheCountryOfTheCitizenship() {
        assertThat(Residence.of("KZ").id("1f0c")).isEqualTo("kz-1f0c");
        assertThat(Residence.of("DE").id("1f0c")).isEqualTo("zz-1f0c");
        assertThat(Residence.of(null).id("1f0c")).isEqualTo("zz-1f0c");
        assertThat(Residence.ofId("jp-1f0c")).contains(Residence.JP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kz", "KZ-1", "de-1", "1f0c", "kzz-1"})
    void isUnknownForWhatIsNoIdAboutAPerson(String id) {
        assertThat(Residence.ofId(id)).isEmpty();
    }
}
