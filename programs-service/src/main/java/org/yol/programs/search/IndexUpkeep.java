package org.yol.programs.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.platform.startup.Preparations;
import org.yol.programs.search.Listings.Age;

/**
 * Makes the index of this process at its start, and brings in what other replicas write: the listings say when each was
 * worked out, and those of the last minute are looked at every two seconds. Drafts are told by no event; here one way
 * serves all. Should a clock be wrong by more than that minute, the look at all of them finds it.
 */
@Component
final class IndexUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Longer than a write takes, and than clocks of replicas differ. */
    private static final Duration LOOKS_BACK = Duration.ofMinutes(1);

    /** How many looks until all listings are compared, and not only the newest. */
    private static final int LOOKS_UNTIL_ALL = 300;

    private final Listings listings;
    private final ProgrammeIndex index;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("index-upkeep").factory());
    private Instant newest = Instant.EPOCH;
    private int looks;

    IndexUpkeep(Listings listings, ProgrammeIndex index, Preparations preparations) {
        this.listings = listings;
        this.index = index;
        preparations.add("index of programmes", this::make);
    }

    private void make() {
        catchUpWith(listings.ages());
        index.isMade();
        looking.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            looks = (looks + 1) % LOOKS_UNTIL_ALL;
            catchUpWith(looks == 0 ? listings.ages() : listings.agesSince(newest.minus(LOOKS_BACK)));
        } catch (RuntimeException failure) {
            // As a rule the store is away; the next look finds what this one has not.
            LOG.debug("The index stays behind for now", failure);
        }
    }

    /** A clock that is fast must not let what others write afterwards pass for old. */
    private void catchUpWith(List<Age> ages) {
        listings.index(ages.stream()
                .filter(age -> !index.isKnown(age.id(), age.seq(), age.changed()))
                .map(Age::id)
                .toList());
        Instant now = Instant.now();
        for (Age age : ages) {
            if (age.changed() != null
                    && age.changed().isAfter(newest)
                    && !age.changed().isAfter(now)) {
                newest = age.changed();
            }
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
