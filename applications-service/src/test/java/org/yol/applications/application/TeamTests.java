package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.applications.application.ApplicationFixtures.AIGERIM;
import static org.yol.applications.application.ApplicationFixtures.CALL;
import static org.yol.applications.application.ApplicationFixtures.COMPLETE;
import static org.yol.applications.application.ApplicationFixtures.NOW;
import static org.yol.applications.application.ApplicationFixtures.PASSPORT;
import static org.yol.applications.application.ApplicationFixtures.submit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.submission.Submission;
import org.yol.contracts.CallPublished;
import org.yol.contracts.Country;
import org.yol.contracts.Language;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;
import org.yol.platform.problem.Refused;

/** Who applies together to a joint research. */
class TeamTests {

    private static final Call RESEARCH = CallFixtures.jointResearch();
    private static final CallPublished.Team ASKED = RESEARCH.team();
    private static final TeamMember LEAD =
            new TeamMember("Aigerim Bekova", "KZ", "Nazarbayev University", "aigerim@example.org", "Lead", true);
    private static final TeamMember SECOND =
            new TeamMember("Nurlan Asanov", "KG", "Kyrgyz National University", null, "Fieldwork", false);
    private static final TeamMember THIRD = new TeamMember("田中花子", "JP", "筑波大学", "", "Modelling", false);

    @Test
    void ofEnoughPeopleFromEnoughCountriesWithOneLeadIsTaken() {
        assertThat(TeamRules.errors(List.of(LEAD, SECOND, THIRD), ASKED)).isEmpty();
    }

    @Test
    void thatIsNotNamedLacksPeopleCountriesAndALead() {
        assertThat(TeamRules.errors(List.of(), ASKED))
                .extracting(FieldError::pointer, FieldError::message)
                .containsExactly(
                        tuple("/team", "team.too-few"),
                        tuple("/team", "team.lead"),
                        tuple("/team", "team.too-few-countries"),
                        tuple("/team", "team.must-include"));
    }

    @Test
    void withTwoLeadsOrNoneIsRefused() {
        TeamMember another = new TeamMember("Nurlan Asanov", "KG", "Kyrgyz National University", null, "Lead", true);
        TeamMember none = new TeamMember("Aigerim Bekova", "KZ", "Nazarbayev University", null, "Lead", false);

        assertThat(messages(LEAD, another, THIRD)).containsExactly("team.lead");
        assertThat(messages(none, SECOND, THIRD)).containsExactly("team.lead");
    }

    @Test
    void ofOneCountryOrWithoutACountryThatIsAskedForIsRefused() {
        TeamMember fourth = new TeamMember("Dana Serik", "KZ", "Nazarbayev University", null, "Chemistry", false);
        TeamMember fifth = new TeamMember("Erlan Omar", "KZ", "Nazarbayev University", null, "Physics", false);

        assertThat(messages(LEAD, fourth, fifth)).containsExactly("team.too-few-countries", "team.must-include");
        assertThat(messages(LEAD, fourth, SECOND)).containsExactly("team.must-include");
    }

    @Test
    void namesEachFieldThatIsMissingOrWrong() {
        TeamMember empty = new TeamMember(" ", "", null, "not an address", null, false);

        assertThat(TeamRules.errors(List.of(LEAD, empty, THIRD), ASKED))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/team/1/name", "/team/1/country", "/team/1/institution", "/team/1/role", "/team/1/email");
    }

    @Test
    void doesNotCountOnePersonTwice() {
        TeamMember again = new TeamMember("AIGERIM  BEKOVA", "KZ", "Nazarbayev university", null, "More", false);
        TeamMember namesake = new TeamMember("Aigerim Bekova", "JP", "Hiroshima University", null, "More", false);

        assertThat(TeamRules.errors(List.of(LEAD, again, THIRD), ASKED))
                .extracting(FieldError::pointer, FieldError::message)
                .containsExactly(tuple("/team/1/name", "team.twice"));
        assertThat(messages(LEAD, namesake, THIRD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nameOfTheMissingCountryIsInTheLanguageOfTheReader(Language language) {
        Localized country = (Localized) TeamRules.errors(List.of(LEAD, SECOND), ASKED)
                .getLast()
                .arguments()
                .getFirst();

        assertThat(country.in(language.locale())).isEqualTo(Country.JP.nameIn(language));
    }

    @Test
    void isSavedUnfinishedAndKeptByWhoDoesNotSpeakOfIt() {
        TeamMember begun = new TeamMember("Ai", null, null, "half@", null, false);

        Application draft = draft(RESEARCH)
                .edit(form -> form.with(List.of(begun)), NOW)
                .state()
                .edit(form -> form.with(COMPLETE, List.of(CallFixtures.TSUKUBA), RESEARCH), NOW)
                .state()
                .edit(form -> form.with(PASSPORT, RESEARCH).without("passport"), NOW)
                .state();

        assertThat(draft.form().members()).containsExactly(begun);
        assertThat(draft.edit(form -> form.with(List.<TeamMember>of()), NOW)
                        .state()
                        .form()
                        .team())
                .isNull();
    }

    @Test
    void isRefusedWhereTheCallAsksForNone() {
        assertThat(new DraftForm(COMPLETE, List.of(), List.of(LEAD)).errors(CALL))
                .extracting(FieldError::pointer)
                .containsExactly("/team");
        assertThat(new DraftForm(COMPLETE, List.of(), List.of()).errors(CALL)).isEmpty();
    }

    @Test
    void isAskedForAtSubmissionAndFrozenWithIt() {
        Application complete = complete();

        assertThat(catchThrowableOfType(Refused.class, () -> submitted(complete))
                        .errors())
                .extracting(FieldError::pointer)
                .containsOnly("/team");

        Application named = named(complete);
        Submission frozen = named.submission(List.of());
        Application submitted = submitted(named);
        assertThat(frozen.text()).contains("Nurlan Asanov", "Kyrgyz National University");
        assertThat(submitted.life().receipt().sha256()).containsKey("team");
        assertThat(submitted.form().members()).hasSize(3);
    }

    @Test
    void isNoPartOfWhatOthersHandIn() {
        Application other = submit(ApplicationFixtures.complete(), NOW).state();

        assertThat(other.life().receipt().sha256()).doesNotContainKey("team");
        assertThat(ApplicationFixtures.complete().submission(List.of()).text()).doesNotContain("team");
    }

    @Test
    void goesWithADraftThatIsDiscardedAndStaysWithWhatWasHandedIn() {
        Application discarded = named(complete()).withdraw(null, NOW).state();
        Application handedIn = submitted(named(complete())).withdraw(null, NOW).state();

        assertThat(discarded.withoutFiles().state().form().team()).isNull();
        assertThat(handedIn.withoutFiles().state().form().members()).hasSize(3);
    }

    private static Application draft(Call call) {
        return Application.start("kz-application-1", call, AIGERIM, List.of(), NOW)
                .state();
    }

    private static Application complete() {
        return draft(RESEARCH)
                .edit(
                        form -> form.with(COMPLETE, List.of(CallFixtures.TSUKUBA), RESEARCH)
                                .with(PASSPORT, RESEARCH),
                        NOW)
                .state();
    }

    private static Application named(Application application) {
        return application
                .edit(form -> form.with(List.of(LEAD, SECOND, THIRD)), NOW)
                .state();
    }

    private static Application submitted(Application application) {
        return ApplicationFixtures.submit(application, RESEARCH, NOW).state();
    }

    private static List<String> messages(TeamMember... members) {
        return TeamRules.errors(List.of(members), ASKED).stream()
                .map(FieldError::message)
                .toList();
    }
}
