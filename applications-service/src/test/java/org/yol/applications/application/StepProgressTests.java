package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.application.ApplicationFixtures.CALL;
import static org.yol.applications.application.ApplicationFixtures.PASSPORT;
import static org.yol.applications.application.StepProgress.Step.ANSWERS;
import static org.yol.applications.application.StepProgress.Step.CHOICES;
import static org.yol.applications.application.StepProgress.Step.DOCUMENTS;
import static org.yol.applications.application.StepProgress.Step.DOSSIER;
import static org.yol.applications.application.StepProgress.Step.REFERENCES;
import static org.yol.applications.application.StepProgress.Step.TEAM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.dossier.DossierFixtures;
import org.yol.applications.dossier.Particulars;

/** What "my applications" says of a draft, which is what its form says. */
class StepProgressTests {

    @Test
    void ofADraftThatWasJustBegunIsNothing() {
        assertThat(StepProgress.of(Form.EMPTY, Particulars.NOTHING, 0, CALL))
                .containsExactly(
                        new StepProgress(DOSSIER, 0, 4),
                        new StepProgress(ANSWERS, 0, 2),
                        new StepProgress(CHOICES, 0, 1),
                        new StepProgress(DOCUMENTS, 0, 1));
    }

    @Test
    void ofACompleteDraftIsAllAndNotMoreThanThat() {
        Form twoRanked = ApplicationFixtures.complete()
                .form()
                .with(ApplicationFixtures.COMPLETE, List.of(CallFixtures.TSUKUBA, CallFixtures.HIROSHIMA), CALL);

        assertThat(StepProgress.of(twoRanked, DossierFixtures.complete(), 0, CALL))
                .containsExactly(
                        new StepProgress(DOSSIER, 4, 4),
                        new StepProgress(ANSWERS, 2, 2),
                        new StepProgress(CHOICES, 1, 1),
                        new StepProgress(DOCUMENTS, 1, 1));
    }

    @Test
    void countsNeitherBlankAnswersNorDocumentsThatAreNotAskedForNorHalfOfAPartOfTheDossier() {
        Call another = CallFixtures.openAskingFor("diploma", "photo");
        Form form = Form.EMPTY.with(PASSPORT, CALL).with(new Answers("Water.", "\u200B"), List.of(), CALL);

        assertThat(StepProgress.of(form, DossierFixtures.studyingAt("Nazarbayev University"), 0, another))
                .containsExactly(
                        new StepProgress(DOSSIER, 0, 4),
                        new StepProgress(ANSWERS, 1, 2),
                        new StepProgress(CHOICES, 0, 1),
                        new StepProgress(DOCUMENTS, 0, 2));
    }

    @Test
    void countsThoseOfATeamAndWhoIsAskedForAReferenceOnlyWhereTheCallAsks() {
        Call research = CallFixtures.jointResearch();
        TeamMember lead = new TeamMember("Aigerim Bekova", "KZ", "Nazarbayev University", null, "Lead", true);

        assertThat(StepProgress.of(Form.EMPTY.with(List.of(lead)), Particulars.NOTHING, 3, research))
                .contains(new StepProgress(TEAM, 1, research.team().membersAtLeast()))
                .extracting(StepProgress::step)
                .doesNotContain(REFERENCES);
        assertThat(StepProgress.of(Form.EMPTY, Particulars.NOTHING, 3, CallFixtures.openAsking(2)))
                .contains(new StepProgress(REFERENCES, 2, 2));
    }
}
