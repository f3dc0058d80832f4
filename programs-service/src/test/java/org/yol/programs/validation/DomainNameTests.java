package org.yol.programs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTests {

    private final DomainName.Validator validator = new DomainName.Validator();

    @ParameterizedTest
    @CsvSource({"tsukuba.ac.jp, tsukuba.ac.jp", "WWW.Tsukuba.AC.JP, tsukuba.ac.jp", "tsukuba.ac.jp ,tsukuba.ac.jp"})
    void isComparedSmallAndWithoutWww(String domain, String compared) {
        assertThat(validator.isValid(domain, null)).isTrue();
        assertThat(DomainName.Validator.ascii(domain)).isEqualTo(compared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"筑波大学.jp", "университет.қаз", "bücher.example"})
    void isComparedInAsciiAndShownAsWritten(String domain) {
        assertThat(validator.isValid(domain, null)).isTrue();
        assertThat(DomainName.Validator.ascii(domain)).matches("(xn--[a-z0-9-]+|[a-z]+)\\.(xn--[a-z0-9-]+|[a-z]+)");
        assertThat(DomainName.Validator.shown(DomainName.Validator.ascii(domain)))
                .isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "https://tsukuba.ac.jp",
                "tsukuba.ac.jp/en",
                "a@tsukuba.ac.jp",
                "-tsukuba.ac.jp",
                "tsukuba..jp",
                "tsukuba_u.jp",
                "127.0.0.1",
                "tsu kuba.jp",
                "tsukuba.j\u202Ep",
            })
    void whatIsNoDomainNameIsRefused(String domain) {
        assertThat(validator.isValid(domain, null)).isFalse();
    }

    @Test
    void lengthsAreThoseOfTheDomainNameSystem() {
        assertThat(validator.isValid("a".repeat(63) + ".jp", null)).isTrue();
        assertThat(validator.isValid("a".repeat(64) + ".jp", null)).isFalse();
        assertThat(validator.isValid("a.".repeat(127) + "jp", null)).isFalse();
    }
}
