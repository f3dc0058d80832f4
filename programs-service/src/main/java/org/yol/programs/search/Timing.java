package org.yol.programs.search;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.yol.programs.call.Phase;

/** How the calls of a programme stand to the clock, as people narrow a list by it. */
enum Timing {
    OPEN(Phase.OPEN, null),
    CLOSING_IN_7_DAYS(Phase.OPEN, Duration.ofDays(7)),
    CLOSING_IN_30_DAYS(Phase.OPEN, Duration.ofDays(30)),
    UPCOMING(Phase.UPCOMING, null),
    CLOSED(Phase.CLOSED, null),
    /** For those who see drafts. */
    DRAFT(Phase.DRAFT, null);

    private final Phase phase;
    private final Duration within;

    Timing(Phase phase, Duration within) {
        this.phase = phase;
        this.within = within;
    }

    /** Whether a published call stands so at a moment. */
    boolean holds(Intake intake, Moment moment) {
        return intake.phase(moment.country(), moment.now()) == phase
                && (within == null
                        || !intake.end(moment.country()).isAfter(moment.now().plus(within)));
    }

    /** How long before an end they begin that look ahead. */
    static Stream<Duration> spans() {
        return Stream.of(values()).map(timing -> timing.within).filter(Objects::nonNull);
    }

    /** The word in addresses and answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
