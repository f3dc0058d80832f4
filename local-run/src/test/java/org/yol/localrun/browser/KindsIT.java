package org.yol.localrun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Organisations;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;

/** What only exchanges, trainings and joint research show on their pages. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class KindsIT {

    private static final String NAZARBAYEV = "kz-nazarbayev-university";

    private final Person coordinator;
    private final Person student;
    private final Visitor visitor;

    KindsIT(RunningPlatform platform, Browser browser) {
        People people = new People(platform);
        coordinator = people.demo("sato");
        student = people.demo("aigerim");
        visitor = Visitor.atADesk(platform, browser);
        Organisations.describe(coordinator);
        Organisations.add(coordinator, "University of Tsukuba");
        coordinator.post("/api/hosts", Map.of("name", "Nazarbayev University", "country", "KZ"));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void anExchangeShowsWhoGoesWhereToTheLastToItsCoordinatorAndRoundedToAll() throws IOException {
        PublishedCall call = published(
                "exchange",
                Map.of(),
                Map.of("agreement", Map.of("balanced", true, "perDirection", 4)),
                PublishedCall.TSUKUBA,
                NAZARBAYEV);
        // From Nazarbayev University, as the form says.
        StudentApplication application = StudentApplication.complete(student, call);
        application.submit();
        application.select(coordinator, PublishedCall.TSUKUBA).ok();
        application.publishDecision(coordinator);
        student.post(application.path() + "/offer/answer", application.read(), Map.of("answer", "accepted"))
                .ok();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> coordinator
                                .read("/api/calls/" + call.id() + "/balance")
                                .at("/pairs/0/back/accepted")
                                .asInt()
                        == 1);

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see(".balance tbody tr")).hasCount(3);
        assertThat(visitor.see(".balance")).containsText("multiples of five");
        assertThat(visitor.see(".balance tbody tr").nth(1))
                .containsText("Nazarbayev University → University of Tsukuba");
        Assertions.assertThat(
                        visitor.see(".balance tbody tr").nth(1).locator("td").allTextContents())
                .isIn(List.of("4", "0", "0"), List.of("4", "5", "5"));

        visitor.signIn("sato").speak("en").open("/programs/" + call.programmeId());
        assertThat(visitor.see(".balance .balance-difference"))
                .hasText("From Nazarbayev University to University of Tsukuba: 1 more than the other way.");
        assertThat(visitor.see(".balance tbody tr").nth(1).locator("td")).hasText(new String[] {"4", "1", "1"});
        Assertions.assertThat(Axe.load().hindrances(visitor.page())).isEmpty();
        visitor.screenshot("exchange");
    }

    @Test
    void aTrainingShowsItsSessionsAndItsCertificate() {
        Map<String, Object> april =
                Map.of("starts", "2027-04-05", "ends", "2027-06-25", "name", Map.of("en", "Grids", "ja", "送配電"));
        PublishedCall call = published(
                "vocational-training",
                Map.of(
                        "sessions",
                        List.of(april),
                        "certificate",
                        Map.of("standard", "Open Badges 3.0", "expires", "never")),
                Map.of(),
                PublishedCall.TSUKUBA);

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see("#training ~ .stages li")).containsText("Grids");
        assertThat(visitor.see("#training ~ .stages li")).containsText("5 April 2027");
        assertThat(visitor.see("#certificate"))
                .hasText("It ends with a certificate (Open Badges 3.0). It does not expire.");
        visitor.see("#site-language").selectOption("ja");
        assertThat(visitor.see("#training ~ .stages li")).containsText("送配電");
    }

    @Test
    void aJointResearchShowsTheTeamThatApplies() {
        PublishedCall call = published(
                "joint-research",
                Map.of(),
                Map.of("team", Map.of("membersAtLeast", 3, "countriesAtLeast", 2, "mustInclude", List.of("JP"))),
                PublishedCall.TSUKUBA);

        visitor.open("/programs/" + call.programmeId());
        assertThat(visitor.see("[aria-labelledby=particulars] li"))
                .containsText(
                        "at least 3 people from at least 2 countries, one of them as lead. Somebody has to be from Japan");
    }

    @Test
    void aTeamIsNamedHandedInAndReadByWhoLooksAtIt() throws IOException {
        PublishedCall call = published(
                "joint-research",
                Map.of(),
                Map.of("team", Map.of("membersAtLeast", 2, "countriesAtLeast", 2, "mustInclude", List.of("JP"))),
                PublishedCall.TSUKUBA);
        StudentApplication draft = StudentApplication.complete(student, call);
        visitor.signIn("aigerim").speak("en").open("/applications/" + draft.id());
        add(0, "Aigerim Bekova", "Nazarbayev University", "KZ");
        visitor.see("#submit-application").click();
        assertThat(visitor.see("#check-faults")).containsText("at least 2 people");
        Assertions.assertThat(Axe.load().hindrances(visitor.page())).isEmpty();
        visitor.see("#check-back").click();
        assertThat(visitor.see("#team-error")).containsText("at least 2 people");
        assertThat(visitor.see("#team-error")).containsText("Japan");

        add(1, "Hanako Tanaka", "University of Tsukuba", "JP");
        visitor.see("#team-1-email").fill("no address");
        visitor.see("#submit-application").click();
        visitor.see("#check-faults a").click();
        assertThat(visitor.see("#team-1-email-error")).isVisible();
        assertThat(visitor.see("#team-1-email")).isFocused();
        Assertions.assertThat(Axe.load().hindrances(visitor.page())).isEmpty();
        visitor.screenshot("team");

        visitor.page().reload();
        visitor.arrive();
        assertThat(visitor.see("#team-1-name")).hasValue("Hanako Tanaka");
        assertThat(visitor.see("#team-0-lead")).isChecked();
        visitor.see("#team-1-email").fill("hanako@example.org");
        visitor.see("#submit-application").click();
        visitor.see("#confirm-submit").click();
        assertThat(visitor.see("#submitted-notice")).isVisible();
        assertThat(visitor.see("#team")).containsText("Hanako Tanaka");
        visitor.context().clearCookies();
        for (String reader : List.of("tanaka", "sato")) {
            visitor.signIn(reader).speak("en").open("/applications/" + draft.id());
            assertThat(visitor.see("#team")).containsText("Hanako Tanaka");
            assertThat(visitor.see("#team .badge")).hasText("Lead");
            visitor.context().clearCookies();
        }
    }

    private void add(int number, String name, String institution, String country) {
        visitor.see("#team-add").click();
        visitor.see("#team-" + number + "-name").fill(name);
        visitor.see("#team-" + number + "-role").fill("Fieldwork");
        visitor.see("#team-" + number + "-institution").fill(institution);
        visitor.see("#team-" + number + "-country").selectOption(country);
    }

    private PublishedCall published(
            String kind, Map<String, Object> ofProgramme, Map<String, Object> ofCall, String... hosts) {
        Map<String, Object> programme = new LinkedHashMap<>(ofProgramme);
        programme.put("kind", kind);
        programme.put("title", Map.of("en", "One of its kind: " + kind));
        programme.put("destination", "any");
        programme.put("origins", List.of("KZ", "JP"));
        Map<String, Object> call = new LinkedHashMap<>(ofCall);
        call.put("opens", Instant.now().minus(Duration.ofDays(1)).toString());
        call.put("closes", Instant.now().plus(Duration.ofDays(30)).toString());
        call.put("zone", "Asia/Almaty");
        call.put("documents", List.of("passport"));
        call.put(
                "places",
                List.of(hosts).stream()
                        .map(host -> Map.of("hostId", host, "level", "master", "seats", 4))
                        .toList());
        String programmeId =
                coordinator.post("/api/programs", programme).ok().get("id").asString();
        JsonNode draft = coordinator
                .post("/api/programs/" + programmeId + "/calls", call)
                .ok();
        String id = draft.get("id").asString();
        coordinator.post("/api/calls/" + id + "/publication", draft, Map.of()).ok();
        Map<String, String> places = new LinkedHashMap<>();
        for (String host : hosts) {
            places.put(host, host + "-master");
        }
        return new PublishedCall(programmeId, id, kind, places);
    }
}
