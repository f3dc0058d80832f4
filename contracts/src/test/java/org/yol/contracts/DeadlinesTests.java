package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTests {

    private static final Instant JANUARY = Instant.parse("2022-01-15T14:59:00Z");
    private static final Instant FEBRUARY = Instant.parse("2022-02-15T14:59:00Z");
    private static final Extension FOR_KAZAKHSTAN =
            new Extension(List.of("KZ"), FEBRUARY, "Internet access was interrupted", JANUARY);

    @ParameterizedTest
    @CsvSource({
        "2022-01-15T14:59:00Z, 0, 2022-01-15T15:00:00Z",
        "2022-01-15T14:59:59.999Z, 0, 2022-01-15T15:00:00Z",
        "2022-01-15T15:00:00Z, 0, 2022-01-15T15:01:00Z",
        "2022-01-15T14:59:00Z, 15, 2022-01-15T15:15:00Z",
    })
    void theMinuteThatIsShownHoldsToItsEndAndThenTheGrace(Instant stated, int grace, Instant end) {
        Deadline deadline = new Deadline(stated, ZoneId.of("Asia/Tokyo"), grace);

        assertThat(deadline.end()).isEqualTo(end);
        assertThat(deadline.hasPassed(end.minusNanos(1))).isFalse();
        assertThat(deadline.hasPassed(end)).isTrue();
    }

    @Test
    void anExtensionForOneCountryIsForItsCitizensAlone() {
        Deadlines nipca = new Deadlines(JANUARY, "Asia/Tokyo", 0, List.of(FOR_KAZAKHSTAN));

        assertThat(nipca.of("KZ").shown()).hasToString("2022-02-15T23:59+09:00[Asia/Tokyo]");
        assertThat(nipca.of("TJ").shown()).hasToString("2022-01-15T23:59+09:00[Asia/Tokyo]");
        assertThat(nipca.of(null)).isEqualTo(nipca.of("TJ"));
        assertThat(nipca.last()).isEqualTo(nipca.of("KZ"));
    }

    @Test
    void theLatestOfSeveralHolds() {
        Extension forEverybody = new Extension(List.of(), JANUARY.plusSeconds(86_400), "Snow", JANUARY);
        Deadlines deadlines = new Deadlines(JANUARY, "Asia/Tokyo", 0, List.of(FOR_KAZAKHSTAN, forEverybody));

        assertThat(deadlines.of("TJ").stated()).isEqualTo(forEverybody.closes());
        assertThat(deadlines.of(null).stated()).isEqualTo(forEverybody.closes());
        assertThat(deadlines.of("KZ").stated()).isEqualTo(FEBRUARY);
    }
}
