package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;
import static org.yol.programs.call.CallFixtures.complete;
import static org.yol.programs.call.CallFixtures.place;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.contracts.StudyLevel;
import org.yol.platform.problem.FieldError;

class CallRulesTests {

    @Test
    void whatIsCompleteMayBePublished() {
        assertThat(pointers(complete())).isEmpty();
    }

    @Test
    void itClosesAfterItOpens() {
        assertThat(pointers(complete().open(CLOSES, CLOSES))).containsExactly("/closes");
        assertThat(pointers(complete().open(CLOSES, OPENS))).containsExactly("/closes");
    }

    @Test
    void theDeadlineLiesAhead() {
        assertThat(pointers(complete(), CLOSES)).containsExactly("/closes");
        assertThat(pointers(complete(), CLOSES.minusMillis(1))).isEmpty();
    }

    @Test
    void bothTimesAreNeeded() {
        assertThat(pointers(complete().open(null, null))).containsExactly("/opens", "/closes");
    }

    @Test
    void aPlaceWithSeatsIsNeeded() {
        assertThat(pointers(complete().at(List.of()))).containsExactly("/places");
        assertThat(pointers(complete()
                        .rankingAtMost(1)
                        .at(List.of(place("a", "Hiroshima University", StudyLevel.MASTER, null)))))
                .containsExactly("/places/0/seats");
    }

    @Test
    void nobodyRanksMorePlacesThanThereAre() {
        assertThat(pointers(complete().rankingAtMost(3))).containsExactly("/rankAtMost");
    }

    @Test
    void theWeightsMakeAWhole() {
        assertThat(pointers(complete().scoredBy(List.of(new Criterion("plan", 99)))))
                .containsExactly("/rubric");
        assertThat(pointers(complete().scoredBy(List.of(new Criterion("plan", 100), new Criterion("more", null)))))
                .containsExactly("/rubric/1/weight");
        assertThat(pointers(complete().scoredBy(Terms.USUAL_RUBRIC))).isEmpty();
    }

    private static List<String> pointers(CallFixtures call) {
        return pointers(call, BETWEEN);
    }

    private static List<String> pointers(CallFixtures call, Instant now) {
        return CallRules.errors(call.terms(), now).stream()
                .map(FieldError::pointer)
                .toList();
    }
}
