package org.yol.programs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.OPENS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallFixtures;
import org.yol.programs.search.Catalogue.Written;

/** What is worked out once holds for as long as it says, and no longer. */
class TimingsTests {

    private static final CallFixtures CALL = CallFixtures.complete().at(List.of());
    private static final Instant LAST = BETWEEN.plus(Duration.ofDays(80));

    private final Entry[] entries = Stream.of(
                    CALL.open(OPENS, BETWEEN.plus(Duration.ofDays(6))).publishedOnce(),
                    CALL.open(OPENS, BETWEEN.plus(Duration.ofDays(40))).publishedOnce(),
                    CALL.open(BETWEEN.plus(Duration.ofHours(5)), BETWEEN.plus(Duration.ofDays(9)))
                            .publishedOnce(),
                    CallFixtures.complete()
                            .open(OPENS, BETWEEN.plusSeconds(60))
                            .extended("KG", BETWEEN.plus(Duration.ofDays(3))))
            .map(TimingsTests::entry)
            .toArray(Entry[]::new);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"KG", "TJ"})
    void holdUntilOneOfThemIsOtherwise(String country) {
        List<Instant> turns = new ArrayList<>();
        Timings timings = Timings.of(entries, new Moment(BETWEEN, country));
        while (timings.until().isBefore(LAST)) {
            Instant turn = timings.until();
            Timings before = Timings.of(entries, new Moment(turn.minusMillis(1), country));
            Timings after = Timings.of(entries, new Moment(turn, country));

            assertThat(timings.holdAt(turn.minusMillis(1))).isTrue();
            assertThat(before.holders()).isEqualTo(timings.holders());
            assertThat(timings.holdAt(turn)).isFalse();
            assertThat(after.holders()).as("at %s", turn).isNotEqualTo(timings.holders());
            turns.add(turn);
            timings = after;
        }
        assertThat(turns).hasSizeGreaterThan(7);
        assertThat(timings.holdAt(BETWEEN)).as("when the clock was set back").isFalse();
    }

    private static Entry entry(Call call) {
        return Entry.of(Written.named("programme").in(call).listing());
    }
}
