package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.programs.programme.ProgrammeFixtures.complete;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ProgrammeKind;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.Offer.Certificate;
import org.yol.programs.programme.Offer.Session;

class ProgrammeTests {

    private static final Certificate BADGE = new Certificate("Open Badges 3.0", "never");
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void editingReplacesWhatADraftSays() {
        Programme draft = complete().draft();

        Programme edited = draft.edit(complete().titled(Map.of("en", "Another")).offer(), NOW)
                .state();

        assertThat(edited.offer().title()).containsOnly(Map.entry("en", "Another"));
        assertThat(edited.provider()).isEqualTo(draft.provider());
    }

    @Test
    void whatIsPublishedIsNotEdited() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> complete().published().edit(complete().offer(), NOW))
                .extracting(Refused::problem)
                .isEqualTo(Programme.ALREADY_PUBLISHED);
    }

    @Test
    void publishingAgainChangesNothing() {
        Programme published = complete().published();

        assertThat(complete().draft().publish(NOW).state().status()).isEqualTo(PublicationStatus.PUBLISHED);
        assertThat(published.publish(NOW)).isEqualTo(Change.silent(published));
    }

    @Test
    void beforePublicationItNeedsAnEnglishTitleAndSomebodyItIsFor() {
        assertThat(OfferRules.errors(complete().offer())).isEmpty();
        assertThat(OfferRules.errors(complete()
                        .titled(Map.of("ja", "研究留学生"))
                        .forCitizensOf(List.of())
                        .offer()))
                .extracting(FieldError::pointer)
                .containsExactly("/title/en", "/origins");
    }

    @Test
    void aVocationalTrainingNeedsSessionsOneAfterTheOtherAndACertificate() {
        Session april = session("2027-04-05", "2027-06-25");
        Session june = session("2027-06-25", "2027-08-27");
        Session backwards = session("2027-08-27", "2027-07-05");

        assertThat(pointers(ProgrammeKind.VOCATIONAL_TRAINING, List.of(), null))
                .containsExactly("/sessions", "/certificate");
        assertThat(pointers(ProgrammeKind.VOCATIONAL_TRAINING, List.of(april), BADGE))
                .isEmpty();
        assertThat(pointers(ProgrammeKind.VOCATIONAL_TRAINING, List.of(april, june), BADGE))
                .containsExactly("/sessions/1");
        assertThat(pointers(ProgrammeKind.VOCATIONAL_TRAINING, List.of(backwards), BADGE))
                .containsExactly("/sessions/0");
    }

    @Test
    void nothingElseHasSessions() {
        assertThat(pointers(ProgrammeKind.EXCHANGE, List.of(session("2027-04-05", "2027-06-25")), null))
                .containsExactly("/sessions");
        assertThat(pointers(ProgrammeKind.SCHOLARSHIP, List.of(), BADGE)).isEmpty();
    }

    private static List<String> pointers(ProgrammeKind kind, List<Session> sessions, Certificate certificate) {
        return OfferRules.errors(
                        complete().training(kind, sessions, certificate).offer())
                .stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static Session session(String starts, String ends) {
        return new Session(LocalDate.parse(starts), LocalDate.parse(ends), Map.of("en", "Grids"));
    }

    @Test
    void showsItsProviderUnderTheNamesThatItHasNowEvenWhenPublished() {
        Programme published = complete().published();
        ProgrammeProvider renamed = new ProgrammeProvider(
                published.provider().id(),
                "Embassy of Japan in Bishkek",
                Map.of("en", "Embassy of Japan in Bishkek"),
                "https://example.org",
                "office@example.org");

        Programme shown = published.offeredBy(renamed, NOW).state();

        assertThat(shown.provider()).isEqualTo(renamed);
        assertThat(shown.status()).isEqualTo(PublicationStatus.PUBLISHED);
        assertThat(published.offeredBy(published.provider(), NOW)).isEqualTo(Change.silent(published));
    }

    @Test
    void aProviderThatAnEarlierReleaseKnewByOneNameIsCalledSoInEnglish() {
        assertThat(new ProgrammeProvider("jica-jice", "JICA / JICE", null, null, null).names())
                .containsOnly(Map.entry("en", "JICA / JICE"));
    }
}
