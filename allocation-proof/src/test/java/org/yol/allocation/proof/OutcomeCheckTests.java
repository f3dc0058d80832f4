package org.yol.allocation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against the rules word by word, on random markets. */
class OutcomeCheckTests {

    /**
     * Of all that could be given in a small market, the checker accepts one: what proposals lead to. That there are
     * others which are stable is rare and counted, or it would say little.
     */
    @Example
    void acceptsExactlyTheBestStableOutcome() {
        int reserves = 0;
        int caps = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Market market = RandomMarket.of(seed, 5, 3);
            int stable = stableOfWhichOneIsAccepted(market);
            caps += stable > 1 && market.capped() ? 1 : 0;
            reserves += stable > 1 && Arrays.stream(market.reserved()).sum() > 0 ? 1 : 0;
        }
        assertThat(reserves).isGreaterThan(10);
        assertThat(caps).isGreaterThan(10);
    }

    private static int stableOfWhichOneIsAccepted(Market market) {
        var naive = new Naive(market);
        int[] best = naive.propose();
        int stable = 0;
        for (int[] got : naive.everything()) {
            var check = OutcomeCheck.of(market, naive.outcome(got));
            if (!naive.isStable(got)) {
                assertThat(check.counts().keySet())
                        .containsAnyOf(FaultKind.OVER_SEATS, FaultKind.OVER_CAP, FaultKind.BLOCKING);
                continue;
            }
            stable++;
            if (Arrays.equals(got, best)) {
                assertThat(check.faults()).isEmpty();
                assertThat(check.isOptimalityChecked()).isTrue();
            } else {
                assertThat(check.counts()).containsOnlyKeys(FaultKind.NOT_OPTIMAL);
            }
        }
        return stable;
    }

    @Property(tries = 300)
    void acceptsWhatProposalsLeadTo(@ForAll long seed) {
        Market market = RandomMarket.of(seed, 40, 8);
        var naive = new Naive(market);
        var check = OutcomeCheck.of(market, naive.outcome(naive.propose()));
        assertThat(check.faults()).isEmpty();
        assertThat(check.isOptimalityChecked()).isTrue();
    }

    /** Whoever swaps two, drops or promotes one is found, though all lists and cut-offs are made to fit. */
    @Property(tries = 300)
    void anyOtherAssignmentIsWrong(@ForAll long seed) {
        Market market = RandomMarket.of(seed, 25, 5);
        var naive = new Naive(market);
        int[] best = naive.propose();
        var random = new SplittableRandom(seed);
        for (int[] other :
                List.of(swapped(market, best, random), dropped(best, random), promoted(market, best, random))) {
            if (!Arrays.equals(other, best)) {
                assertThat(OutcomeCheck.of(market, naive.outcome(other)).faults())
                        .isNotEmpty();
            }
        }
    }

    private static int[] swapped(Market market, int[] best, SplittableRandom random) {
        int[] other = best.clone();
        int one = random.nextInt(best.length);
        int two = random.nextInt(best.length);
        int place = best[one] < 0 ? -1 : market.choicePlace()[best[one]];
        other[one] = best[two] < 0 ? -1 : market.choiceOf(one, market.choicePlace()[best[two]]);
        other[two] = place < 0 ? -1 : market.choiceOf(two, place);
        return other;
    }

    private static int[] dropped(int[] best, SplittableRandom random) {
        int[] other = best.clone();
        other[random.nextInt(best.length)] = -1;
        return other;
    }

    private static int[] promoted(Market market, int[] best, SplittableRandom random) {
        int[] other = best.clone();
        int who = random.nextInt(best.length);
        int choices = market.firstChoice()[who + 1] - market.firstChoice()[who];
        if (choices > 0) {
            other[who] = market.firstChoice()[who] + random.nextInt(choices);
        }
        return other;
    }

    /** Numbers of the result that are not what follows from who holds what. */
    @Property(tries = 300)
    void anyChangedNumberIsWrong(@ForAll long seed) {
        Market market = RandomMarket.of(seed, 25, 5);
        var naive = new Naive(market);
        Outcome right = naive.outcome(naive.propose());
        var random = new SplittableRandom(seed);
        if (right.held().length > 0) {
            int i = random.nextInt(right.held().length);
            int[] seat = right.seat().clone();
            seat[i] = (seat[i] + 1) % market.kinds();
            assertThat(kinds(market, with(right, right.held(), seat, right.reserve(), right.cutOff())))
                    .contains(FaultKind.WRONG_SEAT);
            int[] held = right.held().clone();
            held[i] = random.nextInt(market.applicants());
            if (held[i] != right.held()[i]) {
                assertThat(kinds(market, with(right, held, right.seat(), right.reserve(), right.cutOff())))
                        .isNotEmpty();
            }
        }
        if (right.reserve().length > 1) {
            int i = random.nextInt(right.reserve().length - 1);
            int[] reserve = right.reserve().clone();
            reserve[i] = right.reserve()[i + 1];
            reserve[i + 1] = right.reserve()[i];
            if (reserve[i] != reserve[i + 1]) {
                assertThat(kinds(market, with(right, right.held(), right.seat(), reserve, right.cutOff())))
                        .containsOnly(FaultKind.RESERVE_LIST);
            }
        }
        if (right.cutOff().length > 0) {
            int i = random.nextInt(right.cutOff().length);
            long[] cutOff = right.cutOff().clone();
            cutOff[i] = cutOff[i] == Outcome.NONE ? Outcome.key(5000, 0) : Outcome.NONE;
            assertThat(kinds(market, with(right, right.held(), right.seat(), right.reserve(), cutOff)))
                    .containsOnly(FaultKind.CUT_OFF);
        }
    }

    private static Outcome with(Outcome of, int[] held, int[] seat, int[] reserve, long[] cutOff) {
        return new Outcome(of.firstHeld(), held, seat, of.firstReserve(), reserve, cutOff);
    }

    private static List<FaultKind> kinds(Market market, Outcome outcome) {
        return new ArrayList<>(OutcomeCheck.of(market, outcome).counts().keySet());
    }
}
