package org.yol.programs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock, which a test can put forward. */
public final class AdjustableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is later than it is. */
    public void putForward(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** It is now again. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
