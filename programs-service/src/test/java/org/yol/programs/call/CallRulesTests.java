package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;
import static org.yol.programs.call.CallFixtures.complete;
import static org.yol.programs.call.CallFixtures.following;
import static org.yol.programs.call.CallFixtures.noting;
import static org.yol.programs.call.CallFixtures.place;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.problem.FieldError;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Agreement.AgreedNumber;
import org.yol.programs.call.Particulars.Team;

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

    @Test
    void noMoreSeatsAreReservedThanThereAre() {
        Place place = place("a", "Hiroshima University", StudyLevel.MASTER, 4);
        Place reserved = new Place(place.id(), place.host(), place.level(), 4, null, Map.of("rural", 3, "women", 2));

        assertThat(pointers(complete().rankingAtMost(1).at(List.of(reserved)))).containsExactly("/places/0/reserves");
    }

    @Test
    void seatsAreReservedOrCappedTogetherAndNotBoth() {
        Place place = place("a", "Hiroshima University", StudyLevel.MASTER, 4);
        Place reserved = new Place(place.id(), place.host(), place.level(), 4, null, Map.of("rural", 3));
        CallFixtures call = complete().rankingAtMost(1).at(List.of(reserved));

        assertThat(pointers(call.capped(Map.of("call", 3)))).containsExactly("/caps/call");
        assertThat(pointers(call.capped(Map.of("call", 4)))).as("caps nothing").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-14,                      , /resultsOn",
        "2026-12-15,                      ,",
        ",            2026-12-15T11:00:00Z, /answerBy",
        ",            2026-12-15T11:01:00Z,",
        "2027-03-01,  2027-02-28T17:59:00Z, /answerBy",
        // The first of March has begun in Bishkek.
        "2027-03-01,  2027-02-28T18:00:00Z,",
    })
    void decisionsComeAfterTheDeadlineAndAnswersAfterThem(LocalDate results, Instant answerBy, String pointer) {
        assertThat(pointers(complete().stating(following(answerBy, results))))
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void aNoteStandsBesideADocumentThatIsAskedFor() {
        assertThat(pointers(complete().stating(noting("passport")))).isEmpty();
        assertThat(pointers(complete().stating(noting("essay")))).containsExactly("/documentNotes/0/document");
    }

    @Test
    void capsAreNestedOrApart() {
        Place east = grouped("east", StudyLevel.MASTER, "east");
        Place west = grouped("west", StudyLevel.MASTER, "west");
        Place eastern = grouped("eastern", StudyLevel.DOCTORATE, "east");
        Map<String, Integer> nested = Map.of("call", 9, "east", 5, "west", 4);
        Map<String, Integer> crossing = Map.of("call", 9, "east", 5, "master", 4);

        assertThat(pointers(complete().at(List.of(east, west, eastern)).capped(nested)))
                .isEmpty();
        assertThat(pointers(complete().at(List.of(east, west, eastern)).capped(crossing)))
                .containsExactly("/caps/east");
        assertThat(pointers(complete().at(List.of(east, west)).capped(crossing)))
                .isEmpty();
        assertThat(pointers(complete().capped(Map.of("call", 9, "master", 10)))).containsExactly("/caps/master");
    }

    @ParameterizedTest
    @CsvSource({
        "JOINT_RESEARCH, false, false, /team",
        "JOINT_RESEARCH, true, false,",
        "JOINT_RESEARCH, true, true, /agreement",
        "EXCHANGE, false, false, /agreement",
        "EXCHANGE, false, true,",
        "SCHOLARSHIP, true, false, /team",
        "VOCATIONAL_TRAINING, false, false,",
    })
    void eachKindStatesWhatIsTheirs(ProgrammeKind kind, boolean team, boolean agreement, String pointer) {
        Terms terms = complete()
                .stating(new Particulars(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        team ? new Team(2, 2, List.of("JP")) : null,
                        agreement ? new Agreement(true, 4, null) : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .terms();

        assertThat(CallRules.errors(terms, kind, BETWEEN).stream()
                        .map(FieldError::pointer)
                        .toList())
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void onlyACallForNominatedCandidatesLimitsHowManyThereAre() {
        CallFixtures open = complete().stating(CallFixtures.nominating(Map.of("KG", 3)));

        assertThat(open.terms().intake()).isEqualTo(IntakeMode.OPEN);
        assertThat(pointers(open)).containsExactly("/nominationsAtMost");
    }

    @Test
    void aTeamIsOverTwoCountriesAtLeastAndHasAMemberForEach() {
        assertThat(pointers(ProgrammeKind.JOINT_RESEARCH, complete().stating(with(new Team(2, 1, List.of())))))
                .containsExactly("/team/countriesAtLeast");
        assertThat(pointers(ProgrammeKind.JOINT_RESEARCH, complete().stating(with(new Team(2, 3, List.of())))))
                .containsExactly("/team/membersAtLeast");
    }

    @Test
    void anExchangeIsBetweenTwoUniversitiesAtLeast() {
        CallFixtures alone = complete()
                .rankingAtMost(1)
                .at(List.of(place("a", "Hiroshima University", StudyLevel.MASTER, 4)))
                .stating(with(new Agreement(true, 4, null)));

        assertThat(pointers(ProgrammeKind.EXCHANGE, alone)).containsExactly("/places");
    }

    @Test
    void numbersThatAreAgreedAreBetweenPlacesOfTheCallAndBalancedWhereTheyAreToBe() {
        AgreedNumber there = new AgreedNumber("jp-university-of-tsukuba", "jp-hiroshima-university", 3);
        AgreedNumber back = new AgreedNumber("jp-hiroshima-university", "jp-university-of-tsukuba", 3);
        AgreedNumber fewer = new AgreedNumber("jp-hiroshima-university", "jp-university-of-tsukuba", 2);
        AgreedNumber elsewhere = new AgreedNumber("jp-hiroshima-university", "kz-nazarbayev-university", 0);

        assertThat(pointers(agreed(true, there, back))).isEmpty();
        assertThat(pointers(agreed(false, there, fewer))).isEmpty();
        assertThat(pointers(agreed(true, there, fewer)))
                .containsExactly("/agreement/numbers/0/students", "/agreement/numbers/1/students");
        assertThat(pointers(agreed(true, there))).containsExactly("/agreement/numbers/0/students");
        assertThat(pointers(agreed(true, elsewhere))).containsExactly("/agreement/numbers/0/to");
        assertThat(pointers(agreed(false, there, there))).containsExactly("/agreement/numbers/1");
    }

    private static List<String> pointers(Agreement agreement) {
        return pointers(ProgrammeKind.EXCHANGE, complete().stating(with(agreement)));
    }

    private static Agreement agreed(boolean balanced, AgreedNumber... numbers) {
        return new Agreement(balanced, 4, List.of(numbers));
    }

    private static Particulars with(Team team) {
        return new Particulars(
                null, null, null, null, null, null, team, null, null, null, null, null, null, null, null);
    }

    private static Particulars with(Agreement agreement) {
        return new Particulars(
                null, null, null, null, null, null, null, agreement, null, null, null, null, null, null, null);
    }

    private static List<String> pointers(ProgrammeKind kind, CallFixtures call) {
        return CallRules.errors(call.terms(), kind, BETWEEN).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static Place grouped(String id, StudyLevel level, String group) {
        Place place = place(id, "Hiroshima University", level, 3);
        return new Place(id, place.host(), level, 3, group, Map.of());
    }

    private static List<String> pointers(CallFixtures call) {
        return pointers(call, BETWEEN);
    }

    private static List<String> pointers(CallFixtures call, Instant now) {
        return CallRules.errors(call.terms(), ProgrammeKind.SCHOLARSHIP, now).stream()
                .map(FieldError::pointer)
                .toList();
    }
}
