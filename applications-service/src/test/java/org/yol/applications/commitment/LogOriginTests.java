package org.yol.applications.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogOriginTests {

    @ParameterizedTest
    @CsvSource({
        "https://yol.example.org, , yol.example.org/api/log",
        "http://localhost:8080, '', localhost:8080/api/log",
        "https://yol.example.org/, log.example.org/yol, log.example.org/yol"
    })
    void isTheAddressOfTheLogWithoutSchemeUnlessItIsSet(URI publicUri, String set, String origin) {
        assertThat(new LogOrigin(set, publicUri).origin()).isEqualTo(origin);
    }
}
