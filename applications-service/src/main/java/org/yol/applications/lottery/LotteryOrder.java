package org.yol.applications.lottery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yol.applications.log.LogReading;
import org.yol.applications.log.Statement;
import org.yol.contracts.LotteryEvent;

/**
 * Where the public log has what happened to a lottery.
 *
 * @param entries numbers of entries, by what they say
 * @param firstSubmission number of the entry of the first one to the call; empty without
 */
record LotteryOrder(Lottery lottery, Map<Statement, Long> entries, OptionalLong firstSubmission) {

    /** The log does not say, or says otherwise, that somebody has bound themselves. */
    static final String COMMITMENT_MISSING = "commitment-missing";

    /** Somebody bound themselves when something was handed in already. */
    static final String COMMITMENT_AFTER_SUBMISSION = "commitment-after-submission";

    /** The log does not say, or says otherwise, who takes part. */
    static final String ENTRANTS_MISSING = "entrants-missing";

    /** The log does not say, or says otherwise, what a part is. */
    static final String OPENING_MISSING = "opening-missing";

    /** A part was public before it stood who takes part. */
    static final String OPENING_BEFORE_ENTRANTS = "opening-before-entrants";

    /** A part is not the one that was bound. */
    static final String WRONG_PART = "wrong-part";

    /** The seed does not follow from the parts. */
    static final String WRONG_SEED = "wrong-seed";

    /** There is no seed yet. */
    static final String NOT_DRAWN = "not-drawn";

    /** Many times what it takes until the log is signed with what it hears of. */
    private static final Duration SIGNED_WITHIN = Duration.ofMinutes(1);

    static LotteryOrder of(Lottery lottery, LogReading log) {
        List<Statement> all = lottery.told().stream().map(Statement::of).toList();
        return new LotteryOrder(lottery, log.indexes(all), log.firstSubmission(lottery.id()));
    }

    /** The number of the entry of an event; null while it has none. */
    Long entry(LotteryEvent event) {
        return entries.get(Statement.of(event));
    }

    /** Whether the signed log says who takes part. */
    boolean isEntered() {
        return lottery.entered().map(this::entry).isPresent();
    }

    /** What is out of order, or to come; each word once. */
    List<String> problems() {
        List<String> found = new ArrayList<>();
        lottery.parts().forEach(part -> commitment(part, found));
        Long entered = lottery.entered().map(this::entry).orElse(null);
        if (lottery.entrants() != null && entered == null) {
            found.add(ENTRANTS_MISSING);
        }
        lottery.parts().stream().filter(Lottery.Part::isOpen).forEach(part -> opening(part, entered, found));
        if (!lottery.isDrawn()) {
            found.add(NOT_DRAWN);
        } else if (!lottery.seed().equals(lottery.reckonedSeed())) {
            found.add(WRONG_SEED);
        }
        return found.stream().distinct().toList();
    }

    /** Whether all is well but that it has just been drawn, and the log is not signed yet with what was opened. */
    boolean isBeingEntered(Instant now) {
        return problems().equals(List.of(OPENING_MISSING))
                && now.isBefore(lottery.drawnAt().plus(SIGNED_WITHIN));
    }

    private void commitment(Lottery.Part part, List<String> found) {
        Long committed = entry(lottery.committed(part));
        if (committed == null) {
            found.add(COMMITMENT_MISSING);
        } else if (firstSubmission.isPresent() && firstSubmission.getAsLong() < committed) {
            found.add(COMMITMENT_AFTER_SUBMISSION);
        }
    }

    private void opening(Lottery.Part part, Long entered, List<String> found) {
        Long opened = lottery.opened(part).map(this::entry).orElse(null);
        if (opened == null) {
            found.add(OPENING_MISSING);
        } else if (entered == null || opened < entered) {
            found.add(OPENING_BEFORE_ENTRANTS);
        }
        if (!LotterySeed.commitment(part.opened()).equals(part.commitment())) {
            found.add(WRONG_PART);
        }
    }
}
