package org.yol.programs.counts;

import java.time.Instant;
import java.util.Optional;

/** Until when something may be handed in to a call; told by those who know calls. */
public interface ClosingTimes {

    /**
     * First instant at which it is too late to submit an application to that call; empty for a call that is not known.
     *
     * @param country of the student's citizenship, ISO 3166-1 alpha-2, or {@link CallCount#UNKNOWN}
     */
    Optional<Instant> of(String callId, String country);
}
