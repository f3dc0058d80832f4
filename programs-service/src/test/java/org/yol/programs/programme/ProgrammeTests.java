package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.programs.programme.ProgrammeFixtures.complete;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

class ProgrammeTests {

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
