package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.programs.programme.ProgrammeFixtures.complete;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.Offer.Certificate;
import org.yol.programs.programme.Offer.Session;

/** How a published programme changes. */
class OfferAmendmentTests {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Amendment AMENDMENT = new Amendment(NOW, "sato", "A slip of the pen");
    private static final Session SESSION =
            new Session(LocalDate.parse("2027-04-01"), LocalDate.parse("2027-04-05"), Map.of("en", "Safety"));
    private static final Offer OFFER = new Offer(
            ProgrammeKind.VOCATIONAL_TRAINING,
            "JP",
            List.of("KG", "KZ"),
            List.of(StudyLevel.MASTER, StudyLevel.DOCTORATE),
            List.of("0413"),
            List.of("en", "ja"),
            List.of("energy"),
            24,
            pays(List.of("143000", "145000"), "JPY", "waived", "half"),
            List.of(SESSION),
            new Certificate("Open Badges 3.0", null),
            "https://www.example.org",
            "office@example.org",
            Map.of("en", "As it was"),
            Map.of());

    private final Programme published = programme(OFFER);

    @Test
    void anAmendmentIsListedAndMakesTheCallsTellItAgain() {
        Offer corrected = with(OFFER.origins(), OFFER.pays(), Map.of("en", "As it should be"));

        Change<Programme> change = published.amend(corrected, AMENDMENT, true);

        assertThat(change.state().offer()).isEqualTo(corrected);
        assertThat(change.state().amendments()).containsExactly(AMENDMENT.with(Amendment.Effect.amended(null)));
        assertThat(change.due())
                .containsExactlyInAnyOrder(
                        new Schedule(Programme.LISTING, NOW), new Schedule(Programme.CALL_TELLING, NOW));
    }

    @Test
    void itSaysWhyAndStaysWhatCouldBePublished() {
        Offer nameless = with(List.of(), OFFER.pays(), Map.of("ja", "留学生"));

        assertThat(pointers(() -> published.amend(nameless, new Amendment(NOW, "sato", " "), false)))
                .containsExactly("/reason", "/title/en", "/origins");
    }

    @Test
    void whatStaysTheSameIsNoAmendment() {
        assertThat(published.amend(OFFER, new Amendment(NOW, "sato", null), true))
                .isEqualTo(Change.silent(published));
    }

    @Test
    void whileNobodyHasBegunEverythingButItsKindMayBeTakenBack() {
        assertThat(OfferAmendmentRules.errors(OFFER, harmful(ProgrammeKind.VOCATIONAL_TRAINING), false))
                .isEmpty();
        assertThat(OfferAmendmentRules.errors(OFFER, harmful(ProgrammeKind.EXCHANGE), false))
                .extracting(FieldError::pointer)
                .containsExactly("/kind");
    }

    @Test
    void nothingIsTakenAwayFromWhoHasBegun() {
        assertThat(OfferAmendmentRules.errors(OFFER, harmful(ProgrammeKind.VOCATIONAL_TRAINING), true))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/destination",
                        "/origins",
                        "/levels",
                        "/fields",
                        "/languages",
                        "/months",
                        "/sessions",
                        "/certificate",
                        "/pays/currency",
                        "/pays/stipendPerMonth",
                        "/pays/tuition",
                        "/pays/airfare");
    }

    @Test
    void whoPromisedNothingMayPromiseAndWhoPromisedMayGiveMore() {
        Offer generous =
                with(List.of("TJ", "KZ", "KG"), pays(List.of("150000"), "JPY", "paid", "paid"), Map.of("en", "More"));

        assertThat(OfferAmendmentRules.errors(OFFER, generous, true)).isEmpty();
        assertThat(OfferAmendmentRules.errors(
                        with(OFFER.origins(), null, OFFER.title()),
                        with(OFFER.origins(), OFFER.pays(), OFFER.title()),
                        true))
                .isEmpty();
        assertThat(OfferAmendmentRules.errors(complete().offer(), complete().offer(), true))
                .isEmpty();
    }

    @Test
    void oneOfTwoAmountsIsNotLoweredOrLeftOut() {
        assertThat(Stream.of(List.of("143000", "144999"), List.of("144000"), List.of("145000", "143000"))
                        .map(amounts -> OfferAmendmentRules.errors(
                                        OFFER,
                                        with(OFFER.origins(), pays(amounts, "JPY", "waived", "half"), OFFER.title()),
                                        true)
                                .stream()
                                .map(FieldError::pointer)
                                .toList()))
                .containsOnly(List.of("/pays/stipendPerMonth"));
    }

    @Test
    void whereAnyFieldWasMeantNoneIsAsked() {
        Offer anyField = with(List.of());

        assertThat(OfferAmendmentRules.errors(anyField, with(List.of("0413")), true))
                .extracting(FieldError::pointer)
                .containsExactly("/fields");
    }

    @Test
    void putAwayInPublicItSaysWhyAndADraftNeedNot() {
        Amendment silent = new Amendment(NOW, "sato", null);

        assertThat(pointers(() -> published.archive(silent))).containsExactly("/reason");
        assertThat(published.archive(AMENDMENT).state().archived()).isEqualTo(NOW);
        assertThat(published.archive(AMENDMENT).state().amendments()).containsExactly(AMENDMENT);
        Programme draft = complete().draft();
        assertThat(draft.archive(silent).state().archived()).isEqualTo(NOW);
        assertThat(draft.archive(silent).state().amendments()).isEmpty();
    }

    private static Programme programme(Offer offer) {
        return new Programme("one", 2, PublicationStatus.PUBLISHED, complete().provider(), offer, List.of(), null);
    }

    private static Offer harmful(ProgrammeKind kind) {
        return new Offer(
                kind,
                "any",
                List.of("KG"),
                List.of(StudyLevel.MASTER),
                List.of("0311"),
                List.of("ja"),
                List.of(),
                null,
                pays(List.of("143000"), "USD", "partly", null),
                List.of(),
                null,
                null,
                null,
                OFFER.title(),
                Map.of());
    }

    private static Pays pays(List<String> amounts, String currency, String tuition, String airfare) {
        return new Pays(amounts.stream().map(BigDecimal::new).toList(), List.of(), currency, tuition, airfare);
    }

    private static Offer with(List<String> origins, Pays pays, Map<String, String> title) {
        return with(origins, OFFER.fields(), pays, title);
    }

    private static Offer with(List<String> fields) {
        return with(OFFER.origins(), fields, OFFER.pays(), OFFER.title());
    }

    private static Offer with(List<String> origins, List<String> fields, Pays pays, Map<String, String> title) {
        return new Offer(
                OFFER.kind(),
                OFFER.destination(),
                origins,
                OFFER.levels(),
                fields,
                OFFER.languages(),
                OFFER.sectors(),
                OFFER.months(),
                pays,
                OFFER.sessions(),
                OFFER.certificate(),
                null,
                "other@example.org",
                title,
                OFFER.description());
    }

    private static List<String> pointers(ThrowingCallable action) {
        return catchThrowableOfType(Refused.class, action).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
