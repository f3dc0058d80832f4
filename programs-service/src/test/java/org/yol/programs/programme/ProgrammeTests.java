package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.programs.programme.ProgrammeFixtures.BETWEEN;
import static org.yol.programs.programme.ProgrammeFixtures.complete;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProgrammeTests {

    private static final String CALL = "mext-research-2027-kg";

    @Test
    void publishingShowsProgrammeAndCall() {
        Programme published = complete().published();

        assertThat(published.status()).isEqualTo(PublicationStatus.PUBLISHED);
        assertThat(published.call(CALL).status()).isEqualTo(PublicationStatus.PUBLISHED);
    }

    @Test
    void publishingTellsTheGoldenEvent() {
        Change<Programme> change = complete().draft().publish(CALL, BETWEEN);

        var json = JsonMapper.shared();
        var golden = json.readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
        ((ObjectNode) golden).put("rankAtMost", 2);
        assertThat(change.events()).hasSize(1);
        assertThat(json.readTree(json.writeValueAsString(change.events().getFirst())))
                .isEqualTo(golden);
    }

    @Test
    void editingReplacesWhatADraftSays() {
        Programme draft = complete().draft();
        var other = complete().titled(Map.of("en", "Another"));

        Programme edited = draft.edit(null, other.offer(), other.terms()).state();

        assertThat(edited.offer().title()).containsOnly(Map.entry("en", "Another"));
        assertThat(edited.listing().title()).isEqualTo("another");
        assertThat(edited.provider()).isEqualTo(draft.provider());
        assertThat(edited.calls().getFirst().id()).isEqualTo(CALL);
    }

    @Test
    void whatIsPublishedIsNeitherEditedNorPublishedAgain() {
        Programme published = complete().published();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        published.edit(null, complete().offer(), complete().terms()))
                .extracting(Refused::problem)
                .isEqualTo(Programme.ALREADY_PUBLISHED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> published.publish(CALL, BETWEEN));
    }

    @Test
    void aCallOfAnotherProgrammeIsNotFound() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> complete().draft().publish("another", BETWEEN))
                .extracting(Refused::problem)
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void theListingKnowsAllWordsInAllLanguages() {
        Listing listing = complete().draft().listing();

        assertThat(listing.text()).contains("research students", "研究留学生", "студенты", "embassy of japan");
        assertThat(listing.closes()).isEqualTo(ProgrammeFixtures.CLOSES);
        assertThat(complete()
                        .titled(Map.of("uz", "Stipendiya"))
                        .draft()
                        .listing()
                        .title())
                .isEqualTo("stipendiya");
        assertThat(complete().open(null, null).draft().listing().closes()).isAfter(BETWEEN);
    }

    @Test
    void aProviderWithoutANameIsCalledByItsSlug() {
        assertThat(List.of(Provider.of("jica-jice", null), Provider.of("jica-jice", " JICA / JICE ")))
                .extracting(Provider::name)
                .containsExactly("Jica Jice", "JICA / JICE");
    }
}
