package org.yol.localrun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CallStateTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek");

    @Test
    void openCallsOpenedDaysAgoAndCloseAtTheEndOfAWorkingDay() {
        CallState.Dates dates = datesOf(CallState.OPEN);

        assertThat(dates.opens().toInstant()).isBefore(NOW);
        assertThat(dates.closes()).hasToString("2027-01-03T18:00+06:00[Asia/Bishkek]");
    }

    @Test
    void upcomingCallsAreNotOpenYet() {
        assertThat(datesOf(CallState.UPCOMING).opens().toInstant()).isAfter(NOW);
    }

    @Test
    void callsInReviewLeaveJustTimeToApplyTheOrdinaryWay() {
        assertThat(datesOf(CallState.IN_REVIEW).closes().toInstant())
                .isBetween(NOW.plusSeconds(60), NOW.plus(Duration.ofMinutes(2)));
    }

    private static CallState.Dates datesOf(CallState state) {
        return state.around(
                NOW,
                BISHKEK,
                SampleFile.programmes().programmes().stream()
                        .filter(programme -> programme.demo() == state)
                        .findFirst()
                        .orElseThrow());
    }
}
