package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.complete;
import static org.yol.programs.call.CallFixtures.noting;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.SelectionTerms;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;
import org.yol.programs.programme.PublicationStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CallTests {

    private static final ProgrammeFixtures PROGRAMME = ProgrammeFixtures.complete();

    @Test
    void publishingTellsTheGoldenEvent() {
        Change<Call> change = complete().stating(noting("passport")).draft().publish(PROGRAMME.draft(), BETWEEN);

        JsonMapper json = JsonMapper.shared();
        ObjectNode golden = (ObjectNode) json.readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
        golden.put("rankAtMost", 2);
        golden.putArray("extensions");
        golden.putArray("eligibility");
        golden.putArray("names");
        golden.putNull("answerBy");
        golden.putArray("changes");
        golden.putNull("team");
        golden.putNull("referencesClose");
        golden.putObject("nominationsAtMost");
        golden.set("selection", json.readTree(json.writeValueAsString(SelectionTerms.USUAL)));
        golden.withArray("places").forEach(place -> ((ObjectNode) place).putObject("reserves"));
        assertThat(change.state().isPublished()).isTrue();
        assertThat(change.due())
                .extracting(Schedule::work)
                .containsExactlyInAnyOrder("listing", "programme-publication");
        assertThat(change.events()).hasSize(1);
        assertThat(json.readTree(json.writeValueAsString(change.events().getFirst())))
                .isEqualTo(golden);
    }

    @Test
    void editingReplacesWhatADraftSays() {
        Terms other = complete().rankingAtMost(1).terms();

        Call edited = complete().draft().edit(other, BETWEEN).state();

        assertThat(edited.terms()).isEqualTo(other);
        assertThat(edited.status()).isEqualTo(PublicationStatus.DRAFT);
    }

    @Test
    void whatIsPublishedIsNeitherEditedNorPublishedAgain() {
        Call published = complete().published();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> published.edit(complete().terms(), BETWEEN))
                .extracting(Refused::problem)
                .isEqualTo(Programme.ALREADY_PUBLISHED);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> published.publish(PROGRAMME.published(), BETWEEN))
                .extracting(Refused::problem)
                .isEqualTo(Programme.ALREADY_PUBLISHED);
    }

    @Test
    void whatIsMissingInProgrammeAndCallIsSaidAtOnce() {
        Call call = complete().at(List.of()).draft();
        Programme untitled = PROGRAMME.titled(Map.of()).draft();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> call.publish(untitled, BETWEEN))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/title/en", "/places"));
    }

    @Test
    void whatWasToldIsConfirmedInSilence() {
        Call told = complete().published();
        Call second = complete()
                .called("second")
                .draft()
                .publish(PROGRAMME.published(), BETWEEN)
                .state();

        assertThat(told.confirm(PROGRAMME.published(), BETWEEN)).isEqualTo(Change.silent(told));
        assertThat(second.confirm(PROGRAMME.published(), BETWEEN)).isEqualTo(Change.silent(second));
    }

    @Test
    void aProgrammeWrittenWhileItsCallWasPublishedIsToldAgain() {
        Programme later = new Programme(
                PROGRAMME.published().id(),
                3,
                PublicationStatus.PUBLISHED,
                PROGRAMME.provider(),
                PROGRAMME.titled(Map.of("en", "Another title")).offer(),
                List.of(),
                null);

        Change<Call> change = complete().published().confirm(later, BETWEEN);

        assertThat(change.events())
                .singleElement()
                .satisfies(event -> assertThat(((CallPublished) event).title()).containsEntry("en", "Another title"));
        assertThat(change.state().confirm(later, BETWEEN).events()).isEmpty();
    }
}
