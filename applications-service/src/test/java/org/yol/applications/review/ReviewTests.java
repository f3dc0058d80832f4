package org.yol.applications.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.applications.call.CallFixtures.TSUKUBA;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<Criterion> RUBRIC = CallFixtures.open().rubric();

    @Test
    void scoresByTheWeightsOfTheRubric() {
        assertThat(recorded("tanaka", "receipt-1", 9, 7).score()).isEqualByComparingTo("82.00");
    }

    @Test
    void takesTheMeanOfTheReviewersOfOnePlace() {
        List<Review> both = List.of(recorded("tanaka", "receipt-1", 10, 10), recorded("ito", "receipt-1", 6, 7));

        assertThat(Scores.at(both).get(TSUKUBA)).isEqualByComparingTo("82.00");
    }

    @Test
    void countsOnlyReviewsOfWhatIsHandedInNow() {
        List<Review> both = List.of(recorded("tanaka", "receipt-1", 10, 10), recorded("ito", "receipt-2", 6, 7));

        Scores scores = Scores.of("kz-1", "call-1", "jica-jice", "receipt-2", both);

        assertThat(scores.highest()).isEqualByComparingTo("64.00");
        assertThat(scores.seq())
                .isEqualTo(both.stream().mapToLong(Review::version).sum());
    }

    @Test
    void newerScoresWinWhateverTheOrder() {
        Scores older = scores(3, 5, BigDecimal.ONE);
        Scores newer = scores(0, 6, BigDecimal.TEN);

        assertThat(older.or(newer).highest()).isEqualByComparingTo("10");
        assertThat(older.or(newer).version()).isEqualTo(3);
        assertThat(newer.or(older)).isEqualTo(newer);
    }

    @Test
    void refusesScoresOutsideTheRubric() {
        assertThat(fieldErrors(Map.of("academic", 11))).containsExactly("/scores/academic", "/scores/plan");
        assertThat(fieldErrors(Map.of("academic", 9, "plan", 7, "charm", 10))).containsExactly("/scores");
    }

    @Test
    void draftMayLackScoresAndCountsOnlyOnceItIsDone() {
        Review begun = begun(Map.of("academic", 9));

        assertThat(begun.state()).isEqualTo(ReviewState.BEGUN);
        assertThat(begun.score()).isNull();
        assertThat(Scores.at(List.of(begun))).isEmpty();
        assertThat(fieldErrors(Map.of("academic", 9))).containsExactly("/scores/plan");
    }

    @Test
    void draftHasNoScoresOutsideOfTheRubric() {
        Refused refused = catchThrowableOfType(Refused.class, () -> begun(Map.of("academic", -1)));

        assertThat(refused.errors().stream().map(FieldError::pointer)).containsExactly("/scores/academic");
    }

    @Test
    void whoIsDoneMayOpenItAgain() {
        Review again = recorded("tanaka", "receipt-1", 9, 7)
                .record("receipt-1", Map.of("academic", 9, "plan", 7), Review.Words.NONE, false, RUBRIC, NOW)
                .state();

        assertThat(again.state()).isEqualTo(ReviewState.BEGUN);
        assertThat(again.score()).isNull();
    }

    @Test
    void whatIsDoneStaysWithItsReviewerUntilSomethingElseIsHandedIn() {
        Review done = recorded("tanaka", "receipt-1", 9, 7);

        assertThat(done.release().state()).isEqualTo(done);
        assertThat(done.assign("receipt-1", null, NOW).state()).isEqualTo(done);
        assertThat(done.assign("receipt-2", null, NOW).state().state()).isEqualTo(ReviewState.ASSIGNED);
        assertThat(done.assign("receipt-2", null, NOW).state().score()).isNull();
    }

    @Test
    void whoeverHasDeclaredAConflictIsNotAskedAgain() {
        Review declared = Review.of("call-1", "kz-1", TSUKUBA, "tanaka")
                .declare("My student.", "receipt-1", NOW)
                .state();

        assertThat(declared.assign("receipt-1", null, NOW).state()).isEqualTo(declared);
        assertThat(declared.withoutWords().state().conflict()).isNull();
        assertThat(declared.withoutWords().state().state()).isEqualTo(ReviewState.CONFLICT);
    }

    @Test
    void spreadIsFromTheLowestToTheHighestOfAPlace() {
        List<Review> three = List.of(
                recorded("tanaka", "receipt-1", 10, 10),
                recorded("ito", "receipt-1", 6, 7),
                recorded("mori", "receipt-1", 8, 8));

        Scores scores = Scores.of("kz-1", "call-1", "jica-jice", "receipt-1", three);

        assertThat(scores.widest()).isEqualByComparingTo("36.00");
        assertThat(scores.spreads()).containsOnlyKeys(TSUKUBA);
        assertThat(scores.done()).isEqualTo(Map.of(TSUKUBA, 3));
        assertThat(Scores.of("kz-1", "call-1", "jica-jice", "receipt-1", three.subList(0, 1))
                        .widest())
                .isNull();
    }

    private static Scores scores(long version, long seq, BigDecimal highest) {
        return new Scores("kz-1", version, seq, "c", "p", "r", Map.of(), highest, Map.of(), Map.of(), null);
    }

    private static Review begun(Map<String, Integer> scores) {
        return Review.of("call-1", "kz-1", TSUKUBA, "tanaka")
                .record("receipt-1", scores, Review.Words.NONE, false, RUBRIC, NOW)
                .state();
    }

    private static Review recorded(String reviewer, String receipt, int academic, int plan) {
        return Review.of("call-1", "kz-1", TSUKUBA, reviewer)
                .record(receipt, Map.of("academic", academic, "plan", plan), Review.Words.NONE, true, RUBRIC, NOW)
                .state();
    }

    private static List<String> fieldErrors(Map<String, Integer> scores) {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> Review.of("call-1", "kz-1", TSUKUBA, "tanaka")
                        .record("r", scores, Review.Words.NONE, true, RUBRIC, NOW));
        return refused.errors().stream().map(FieldError::pointer).toList();
    }
}
