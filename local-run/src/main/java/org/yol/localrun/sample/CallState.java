package org.yol.localrun.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The state that a call has in a demonstration, as dates around the moment it was created. */
enum CallState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closing-soon")
    CLOSING_SOON,
    @JsonProperty("upcoming")
    UPCOMING,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("closed-with-result")
    CLOSED_WITH_RESULT;

    /** Long enough to hand in the sample applications by the ordinary way before the call closes. */
    private static final Duration TIME_TO_APPLY = Duration.ofSeconds(90);

    private static final LocalTime OFFICES_OPEN = LocalTime.of(9, 0);
    private static final LocalTime OFFICES_CLOSE = LocalTime.of(18, 0);

    /** When a call opens and closes, in its own zone. */
    record Dates(ZonedDateTime opens, ZonedDateTime closes) {}

    Dates around(Instant moment, ZoneId zone, SampleFile.Programme programme) {
        ZonedDateTime now = moment.atZone(zone).withNano(0);
        ZonedDateTime aMonthAgo = now.minusDays(30).with(OFFICES_OPEN);
        return switch (this) {
            case OPEN ->
                new Dates(
                        now.minusDays(10).with(OFFICES_OPEN),
                        now.plusDays(programme.closesInDays()).with(OFFICES_CLOSE));
            case CLOSING_SOON -> new Dates(aMonthAgo, now.plusHours(5));
            case UPCOMING ->
                new Dates(
                        now.plusDays(programme.opensInDays()).with(OFFICES_OPEN),
                        now.plusDays(programme.opensInDays() + 45L).with(OFFICES_CLOSE));
            case IN_REVIEW, CLOSED_WITH_RESULT -> new Dates(aMonthAgo, now.plus(TIME_TO_APPLY));
        };
    }
}
