package org.yol.programs.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.contracts.ApplicationState;

class CallCountTests {

    private static final String CALL = "call-1";
    private static final CallCount NOTHING = CallCount.none(CALL);

    @Test
    void whatIsBegunAndHandedInCounts() {
        CallCount count = NOTHING.told(
                List.of(application("a", 1, ApplicationState.DRAFT), application("b", 3, ApplicationState.SUBMITTED)),
                Map.of());

        assertThat(numbers(count)).isEqualTo(new Counts(2, 1));
        assertThat(count.seq()).isEqualTo(1);
    }

    @Test
    void whatChangesNoNumberIsNoWrite() {
        CountedApplication submitted = application("a", 3, ApplicationState.SUBMITTED);

        assertThat(NOTHING.told(List.of(submitted), Map.of("a", submitted))).isSameAs(NOTHING);
        assertThat(NOTHING.told(List.of(application("a", 4, ApplicationState.UNDER_REVIEW)), Map.of("a", submitted)))
                .isSameAs(NOTHING);
    }

    @Test
    void whatWasCountedBeforeACrashKeptItCountsOnce() {
        CountedApplication submitted = application("a", 3, ApplicationState.SUBMITTED);
        CallCount counted = NOTHING.told(List.of(submitted), Map.of());

        assertThat(counted.told(List.of(submitted), Map.of())).isSameAs(counted);
        assertThat(numbers(counted.told(List.of(application("a", 4, ApplicationState.WITHDRAWN)), Map.of())))
                .isEqualTo(new Counts(1, 0));
    }

    @Test
    void whatIsKeptByNowIsForgotten() {
        CountedApplication submitted = application("a", 3, ApplicationState.SUBMITTED);
        CountedApplication draft = application("b", 1, ApplicationState.DRAFT);
        CallCount counted = NOTHING.told(List.of(submitted), Map.of());

        assertThat(counted.told(List.of(draft), Map.of("a", submitted)).moved()).containsExactly(draft);
        assertThat(counted.told(List.of(draft), Map.of()).moved()).containsExactly(submitted, draft);
    }

    @Test
    void peopleAreCountedByCountryAndByHowFarTheyCame() {
        CallCount count = NOTHING.told(
                List.of(
                        from("KZ", "a", Stage.STARTED),
                        from("KZ", "b", Stage.APPLIED),
                        from("KG", "c", Stage.SELECTED),
                        from("KG", "d", Stage.WENT)),
                Map.of());

        assertThat(count.countries()).isEqualTo(Map.of("KZ", new Tally(2, 1, 0, 0), "KG", new Tally(2, 2, 2, 1)));
    }

    @Test
    void whoTurnsOutToBeFromAnotherCountryMovesThere() {
        CountedApplication unknown = new CountedApplication("a", 3, CALL, ApplicationState.SUBMITTED, null, null, null);
        CallCount counted = NOTHING.told(List.of(unknown), Map.of());

        CallCount told = counted.told(List.of(from("KZ", "a", Stage.WENT)), Map.of("a", unknown));

        assertThat(told.countries()).isEqualTo(Map.of("ZZ", Tally.NONE, "KZ", new Tally(1, 1, 1, 1)));
        assertThat(told.told(List.of(unknown), Map.of())).isSameAs(told);
    }

    @Test
    void whoIsOfferedAPlaceOfAnExchangeIsCountedByWhereTheyGo() {
        String there = "jp-university-of-tsukuba>kz-nazarbayev-university-bachelor";
        CountedApplication applied = from("JP", "a", Stage.APPLIED);
        CallCount counted = NOTHING.told(List.of(applied, from("JP", "b", Stage.APPLIED)), Map.of());

        CallCount told = counted.told(
                List.of(new CountedApplication("a", 4, CALL, ApplicationState.OFFERED, "JP", Stage.SELECTED, there)),
                Map.of("a", applied));

        assertThat(told.countries())
                .isEqualTo(Map.of("JP", new Tally(1, 1, 0, 0), "JP/" + there, new Tally(1, 1, 1, 0)));
        assertThat(told.movements())
                .isEqualTo(Map.of(
                        new Movement("jp-university-of-tsukuba", "kz-nazarbayev-university-bachelor"),
                        new Tally(1, 1, 1, 0)));
        assertThat(numbers(told)).isEqualTo(new Counts(2, 2));
    }

    private static CountedApplication from(String country, String id, Stage stage) {
        return new CountedApplication(id, 3, CALL, ApplicationState.SUBMITTED, country, stage, null);
    }

    /** Two readers hear everything, in order or not, twice and in bits, and die between their two writes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theNumbersAreRightWhateverHappensOnTheWay(long seed) {
        Random chance = new Random(seed);
        List<CountedApplication> events = new ArrayList<>();
        Map<String, CountedApplication> last = new HashMap<>();
        for (int number = 0; number < 300; number++) {
            String id = "application-" + chance.nextInt(20);
            ApplicationState state = ApplicationState.values()[chance.nextInt(ApplicationState.values().length)];
            long seq = last.containsKey(id) ? last.get(id).seq() + 1 : 1;
            last.put(id, application(id, seq, state));
            events.add(last.get(id));
        }
        Map<String, CountedApplication> kept = new HashMap<>();
        CallCount count = NOTHING;
        for (int round = 0; round < 200; round++) {
            int from = chance.nextInt(events.size());
            Map<String, CountedApplication> told =
                    newest(events.subList(from, Math.min(events.size(), from + 1 + chance.nextInt(30))));
            CallCount read = count;
            count = read.told(told.values(), Map.copyOf(kept));
            if (chance.nextBoolean()) {
                // Another one was at the same events: its write comes too late, so that it looks again.
                count = count.told(told.values(), Map.copyOf(kept));
            }
            if (chance.nextInt(3) > 0) {
                told.values().forEach(one -> kept.merge(one.id(), one, CountedApplication::or));
            }
        }
        count = count.told(newest(events).values(), kept);

        Map<String, Tally> expected = new HashMap<>();
        last.values().forEach(one -> expected.merge(one.group(), one.tally(), Tally::plus));
        Map<String, Tally> counted = new HashMap<>(count.countries());
        counted.values().removeIf(Tally.NONE::equals);
        assertThat(counted).isEqualTo(expected);
    }

    private static Map<String, CountedApplication> newest(List<CountedApplication> events) {
        Map<String, CountedApplication> newest = new HashMap<>();
        events.forEach(one -> newest.merge(one.id(), one, CountedApplication::or));
        return newest;
    }

    private static Counts numbers(CallCount count) {
        return Counts.of(count.sum());
    }

    private static CountedApplication application(String id, long seq, ApplicationState state) {
        String country = List.of("KZ", "KG", "TJ").get(Math.floorMod(id.hashCode(), 3));
        return new CountedApplication(id, seq, CALL, state, country, Stage.of(state), null);
    }
}
