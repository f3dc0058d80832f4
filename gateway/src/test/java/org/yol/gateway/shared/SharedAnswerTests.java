package org.yol.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.yol.gateway.GatewayProperties;

class SharedAnswerTests {

    private static final GatewayProperties.SharedAnswers LIMITS = new GatewayProperties.SharedAnswers(
            Duration.ofSeconds(2), Duration.ofMinutes(1), DataSize.ofMegabytes(16), DataSize.ofMegabytes(1));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=10, public | 2",
                "max-age=1, public | 1",
                "public, max-age=31536000, immutable | 60",
                "public, max-age=30, immutable | 30",
                "max-age=31536000, immutable | 0",
                "no-store | 0"
            })
    void isKeptAsTheServiceAllowsAndLongerWhereItNeverChanges(String cacheControl, long seconds) {
        var headers = new HttpHeaders();
        headers.setCacheControl(cacheControl);

        assertThat(SharedAnswer.of(headers, new byte[0], Instant.EPOCH).keptFor(LIMITS))
                .hasSeconds(seconds);
    }
}
