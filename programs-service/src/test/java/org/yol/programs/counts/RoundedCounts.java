package org.yol.programs.counts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What everybody may know of exact numbers, for tests of what is made of it. */
public final class RoundedCounts {

    private static final int SECRET_BYTES = 32;

    private final Rounding rounding;

    private RoundedCounts(Rounding rounding) {
        this.rounding = rounding;
    }

    /** Of an installation whose secret nobody knows. */
    public static RoundedCounts ofSomeInstallation() {
        byte[] secret = new byte[SECRET_BYTES];
        ThreadLocalRandom.current().nextBytes(secret);
        return new RoundedCounts(new Rounding(secret));
    }

    /** Of the people of each country at a call. */
    public PublicCount of(String callId, Map<String, Tally> exact) {
        return PublicCount.of(new CallCount(callId, 1, exact, List.of()), rounding);
    }
}
