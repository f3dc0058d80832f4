package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;
import static org.yol.programs.call.CallFixtures.complete;
import static org.yol.programs.call.CallFixtures.following;
import static org.yol.programs.call.CallFixtures.noting;
import static org.yol.programs.call.CallFixtures.promising;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.contracts.StudyLevel;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.Particulars.Excludes;
import org.yol.programs.call.Particulars.Reviewing;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Amendment.Effect;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;
import tools.jackson.databind.json.JsonMapper;

/** How a published call changes. */
class AmendmentTests {

    private static final Programme PROGRAMME = ProgrammeFixtures.complete().published();
    private static final Amendment AMENDMENT = new Amendment(BETWEEN, "sato", "A slip of the pen");
    private static final EligibilityRule STRICTER =
            JsonMapper.shared().readValue("{\"degreeAtLeast\": \"master\"}", EligibilityRule.class);

    private final Call published = complete().published();

    @Test
    void anExtensionIsToldWithItsReason() {
        Instant later = CLOSES.plus(30, ChronoUnit.DAYS);

        Change<Call> change = extend(published, later, "KG");

        assertThat(change.state().amendments()).extracting(Amendment::by).containsExactly("sato");
        assertThat(change.events())
                .singleElement()
                .satisfies(event -> assertThat(
                                ((CallPublished) event).deadlines().of("KG").stated())
                        .isEqualTo(later));
    }

    @Test
    void anExtensionIsLaterThanWhatItsCitizensHaveAndForCitizensOfThisProgramme() {
        Call extended = extend(published, CLOSES.plusSeconds(7_200), "KG").state();

        assertThat(pointers(() -> extend(extended, CLOSES.plusSeconds(7_200), "KG")))
                .containsExactly("/closes");
        assertThat(pointers(() -> extend(published, CLOSES))).containsExactly("/closes");
        assertThat(pointers(() -> extend(published, CLOSES.plusSeconds(60), "KG", "FR")))
                .containsExactly("/countries/1");
        // For everybody an earlier one than that of some will do.
        assertThat(extend(extended, CLOSES.plusSeconds(3_600))
                        .state()
                        .deadlines()
                        .of("KG")
                        .stated())
                .isEqualTo(CLOSES.plusSeconds(7_200));
    }

    @Test
    void anExtensionLiesAhead() {
        Instant late = CLOSES.plus(10, ChronoUnit.DAYS);
        Extension past = new Extension(List.of(), CLOSES.plusSeconds(60), "Too late", late);

        assertThat(pointers(() -> published.extend(past, PROGRAMME, "sato"))).containsExactly("/closes");
        assertThat(extendAt(late, late.plusSeconds(60)).state().terms().extensions())
                .hasSize(1);
    }

    @Test
    void aDraftIsNeitherExtendedNorAmended() {
        Call draft = complete().draft();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> extend(draft, CLOSES.plusSeconds(60)))
                .extracting(Refused::problem)
                .isEqualTo(Call.NOT_PUBLISHED);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> draft.amend(complete().terms(), AMENDMENT, false, PROGRAMME))
                .extracting(Refused::problem)
                .isEqualTo(Call.NOT_PUBLISHED);
    }

    @Test
    void whileNobodyHasBegunAnythingMayBeAmendedThatMayBePublished() {
        Terms fewer = complete()
                .rankingAtMost(1)
                .at(List.of(CallFixtures.place("other", "Nagoya University", StudyLevel.MASTER, 1)))
                .terms();

        Change<Call> change = published.amend(fewer, AMENDMENT, false, PROGRAMME);

        assertThat(change.state().terms()).isEqualTo(fewer);
        assertThat(change.state().amendments()).extracting(Amendment::reason).containsExactly(AMENDMENT.reason());
        assertThat(change.events()).singleElement().isInstanceOf(CallPublished.class);
        assertThat(pointers(() -> published.amend(complete().at(List.of()).terms(), AMENDMENT, false, PROGRAMME)))
                .containsExactly("/places");
    }

    @Test
    void anAmendmentSaysWhy() {
        Amendment unexplained = new Amendment(BETWEEN, "sato", " ");

        assertThat(pointers(() -> published.amend(complete().rankingAtMost(1).terms(), unexplained, false, PROGRAMME)))
                .containsExactly("/reason");
    }

    @Test
    void whatStaysTheSameIsNoAmendment() {
        assertThat(published.amend(published.terms(), AMENDMENT, true, PROGRAMME))
                .isEqualTo(Change.silent(published));
    }

    @Test
    void whatIsExcludedAndWhatStudentsReadStaysAsWhoHasBegunWasTold() {
        Excludes all = new Excludes(true, null);
        Reviewing telling = new Reviewing(1, false, BigDecimal.valueOf(20), Feedback.SCORES);
        Terms changed = complete().stating(promising(telling, all)).terms();

        assertThat(pointers(() -> published.amend(changed, AMENDMENT, true, PROGRAMME)))
                .containsExactly("/reviewing", "/excludes");
        assertThat(published.amend(changed, AMENDMENT, false, PROGRAMME).events())
                .singleElement()
                .satisfies(event -> {
                    SelectionTerms told = ((CallPublished) event).selection();
                    assertThat(told.excludes().covers("any-other")).isTrue();
                    assertThat(told.reviewing().feedback()).isEqualTo(Feedback.SCORES);
                });
    }

    @Test
    void whatIsUsualIsTheSameHoweverItIsSaid() {
        Reviewing usual = new Reviewing(1, false, BigDecimal.valueOf(20), Feedback.NONE);
        Call silent = complete().stating(promising(null, null)).published();
        Terms said = complete()
                .stating(promising(usual, new Excludes(false, List.of())))
                .terms();

        assertThat(silent.amend(said, AMENDMENT, true, PROGRAMME)).isEqualTo(Change.silent(silent));
    }

    @Test
    void nothingIsTakenAwayFromWhoHasBegun() {
        Terms terms = published.terms();
        Terms harmful = new Terms(
                OPENS.plusSeconds(60),
                BETWEEN.plus(6, ChronoUnit.DAYS),
                "Asia/Almaty",
                0,
                List.of(),
                terms.intake(),
                List.of("passport", "essay"),
                3,
                1,
                List.of(STRICTER),
                Map.of("call", 3),
                List.of(CallFixtures.place("tsukuba-master", "University of Tsukuba", StudyLevel.MASTER, 3)),
                List.of(new Criterion("luck", 100)),
                terms.particulars());

        assertThat(pointers(() -> published.amend(harmful, AMENDMENT, true, PROGRAMME)))
                .containsExactlyInAnyOrder(
                        "/opens",
                        "/closes",
                        "/graceMinutes",
                        "/zone",
                        "/documents",
                        "/eligibility",
                        "/references",
                        "/rankAtMost",
                        "/places",
                        "/places/0/seats",
                        "/caps/call",
                        "/rubric");
    }

    @Test
    void whatHelpsEverybodyMayBeAmendedAtAnyTime() {
        Terms terms = published.terms();
        Terms helpful = new Terms(
                terms.opens(),
                BETWEEN.plus(7, ChronoUnit.DAYS),
                terms.zone(),
                30,
                List.of(),
                terms.intake(),
                List.of("passport"),
                1,
                3,
                List.of(),
                Map.of(),
                Stream.concat(
                                terms.places().stream(),
                                Stream.of(CallFixtures.place("more", "Nagoya University", StudyLevel.MASTER, 1)))
                        .toList(),
                terms.rubric(),
                terms.particulars());

        assertThat(published.amend(helpful, AMENDMENT, true, PROGRAMME).state().terms())
                .isEqualTo(helpful);
    }

    @Test
    void aConditionMayBeDroppedAndNoneAddedForWhoHasBegun() {
        Call strict = complete().forThoseWith(STRICTER).published();

        assertThat(strict.amend(complete().terms(), AMENDMENT, true, PROGRAMME)
                        .state()
                        .terms()
                        .eligibility())
                .isEmpty();
        assertThat(pointers(
                        () -> published.amend(complete().forThoseWith(STRICTER).terms(), AMENDMENT, true, PROGRAMME)))
                .containsExactly("/eligibility");
    }

    @Test
    void answersMayBeGivenLongerThanWasSaidAndNotShorter() {
        Instant said = CLOSES.plus(60, ChronoUnit.DAYS);
        Call call = complete().stating(following(said, null)).published();

        assertThat(pointers(() -> amended(call, following(said.minusSeconds(60), null))))
                .containsExactly("/answerBy");
        assertThat(pointers(() -> amended(call, following(null, null)))).containsExactly("/answerBy");
        assertThat(amended(call, following(said.plusSeconds(60), LocalDate.parse("2027-01-20")))
                        .events())
                .hasSize(1);
        assertThat(amended(published, following(said, null)).events())
                .singleElement()
                .extracting(event -> ((CallPublished) event).answerBy())
                .isEqualTo(said);
    }

    @Test
    void whatToMindOfADocumentMayBeSaidAtAnyTime() {
        assertThat(amended(published, noting("passport")).state().terms().particulars())
                .isEqualTo(noting("passport"));
    }

    private static Change<Call> amended(Call call, Particulars particulars) {
        return call.amend(complete().stating(particulars).terms(), AMENDMENT, true, PROGRAMME);
    }

    @Test
    void seatsAreAddedAfterTheDeadlineToo() {
        Terms more = complete()
                .at(List.of(
                        CallFixtures.place("tsukuba-master", "University of Tsukuba", StudyLevel.MASTER, 5),
                        CallFixtures.place("hiroshima-non-degree", "Hiroshima University", StudyLevel.NON_DEGREE, 2)))
                .terms();
        Amendment late = new Amendment(CLOSES.plusSeconds(86_400), "sato", "A donation");

        assertThat(published.amend(more, late, true, PROGRAMME).events()).hasSize(1);
    }

    @Test
    void eachChangeIsToldWithWhatItMeansForWhoHasBegun() {
        Instant later = CLOSES.plus(30, ChronoUnit.DAYS);
        Call extended = extend(published, later, "KG").state();
        Call reworded = extended.amend(complete().rankingAtMost(1).terms(), AMENDMENT, false, PROGRAMME)
                .state();
        Terms moved =
                complete().open(OPENS, CLOSES.plusSeconds(60)).rankingAtMost(1).terms();

        Call amended = reworded.amend(moved, AMENDMENT, false, PROGRAMME).state();
        Change<Call> closed = amended.closeEarly(
                BETWEEN.plus(8, ChronoUnit.DAYS), new Amendment(BETWEEN, "sato", "No money"), true, PROGRAMME);

        assertThat(changes(closed))
                .extracting(CallChange::id, CallChange::kind, CallChange::closes, CallChange::countries)
                .containsExactly(
                        tuple("call-1", ChangeKind.EXTENSION, later, List.of("KG")),
                        tuple("call-2", ChangeKind.AMENDMENT, null, List.of()),
                        tuple("call-3", ChangeKind.AMENDMENT, CLOSES.plusSeconds(60), List.of()),
                        tuple("call-4", ChangeKind.CLOSING, BETWEEN.plus(8, ChronoUnit.DAYS), List.of()));
        assertThat(changes(closed)).extracting(CallChange::reason).contains("Snow", "A slip of the pen", "No money");
    }

    @Test
    void whatChangedBeforeItOpenedAndWhatWasOnlyPutAwayIsNoNews() {
        Amendment early = new Amendment(OPENS.minusSeconds(60), "sato", "Early", Effect.amended(null));
        Amendment archive = new Amendment(BETWEEN, "sato", "It is over");
        Programme changed = new Programme(
                PROGRAMME.id(),
                PROGRAMME.version(),
                PROGRAMME.status(),
                PROGRAMME.provider(),
                PROGRAMME.offer(),
                List.of(early, archive, AMENDMENT.with(Effect.amended(null))),
                null);

        Change<Call> told = published.extend(
                new Extension(List.of(), CLOSES.plusSeconds(60), "Snow", BETWEEN.plusSeconds(60)), changed, "sato");

        assertThat(changes(told)).extracting(CallChange::id).containsExactly("programme-3", "call-1");
    }

    private static List<CallChange> changes(Change<Call> change) {
        return ((CallPublished) change.events().getFirst()).changes();
    }

    private static Change<Call> extend(Call call, Instant closes, String... countries) {
        return call.extend(new Extension(List.of(countries), closes, "Snow", BETWEEN), PROGRAMME, "sato");
    }

    private Change<Call> extendAt(Instant now, Instant closes) {
        return published.extend(new Extension(List.of(), closes, "Snow", now), PROGRAMME, "sato");
    }

    private static List<String> pointers(ThrowingCallable action) {
        return catchThrowableOfType(Refused.class, action).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
