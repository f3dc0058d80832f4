package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.programme.ProgrammeFixtures.BETWEEN;
import static org.yol.programs.programme.ProgrammeFixtures.CLOSES;
import static org.yol.programs.programme.ProgrammeFixtures.OPENS;
import static org.yol.programs.programme.ProgrammeFixtures.complete;
import static org.yol.programs.programme.ProgrammeFixtures.place;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.StudyLevel;
import org.yol.platform.problem.FieldError;

class PublicationRulesTests {

    @Test
    void whatIsCompleteMayBePublished() {
        assertThat(pointers(complete())).isEmpty();
    }

    @Test
    void theEnglishTitleIsNeeded() {
        assertThat(pointers(complete().titled(Map.of("ja", "研究留学生")))).containsExactly("/title/en");
    }

    @Test
    void somebodyHasToBeMeant() {
        assertThat(pointers(complete().forCitizensOf(List.of()))).containsExactly("/origins");
    }

    @Test
    void itClosesAfterItOpens() {
        assertThat(pointers(complete().open(CLOSES, CLOSES))).containsExactly("/calls/0/closes");
        assertThat(pointers(complete().open(CLOSES, OPENS))).containsExactly("/calls/0/closes");
    }

    @Test
    void theDeadlineLiesAhead() {
        assertThat(pointers(complete(), CLOSES)).containsExactly("/calls/0/closes");
        assertThat(pointers(complete(), CLOSES.minusMillis(1))).isEmpty();
    }

    @Test
    void bothTimesAreNeeded() {
        assertThat(pointers(complete().open(null, null))).containsExactly("/calls/0/opens", "/calls/0/closes");
    }

    @Test
    void aPlaceWithSeatsIsNeeded() {
        assertThat(pointers(complete().at(List.of()))).containsExactly("/calls/0/places");
        assertThat(pointers(complete()
                        .rankingAtMost(1)
                        .at(List.of(place("a", "Hiroshima University", StudyLevel.MASTER, null)))))
                .containsExactly("/calls/0/places/0/seats");
    }

    @Test
    void nobodyRanksMorePlacesThanThereAre() {
        assertThat(pointers(complete().rankingAtMost(3))).containsExactly("/calls/0/rankAtMost");
    }

    @Test
    void theWeightsMakeAWhole() {
        assertThat(pointers(complete().scoredBy(List.of(new Criterion("plan", 99)))))
                .containsExactly("/calls/0/rubric");
        assertThat(pointers(complete().scoredBy(List.of(new Criterion("plan", 100), new Criterion("more", null)))))
                .containsExactly("/calls/0/rubric/1/weight");
        assertThat(pointers(complete().scoredBy(Terms.USUAL_RUBRIC))).isEmpty();
    }

    private static List<String> pointers(ProgrammeFixtures programme) {
        return pointers(programme, BETWEEN);
    }

    private static List<String> pointers(ProgrammeFixtures programme, Instant now) {
        return PublicationRules.errors(programme.offer(), 0, programme.terms(), now).stream()
                .map(FieldError::pointer)
                .toList();
    }
}
