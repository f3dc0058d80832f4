package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.SUZUKI;
import static org.yol.platform.test.Account.TANAKA;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

@ServiceTest
class ApplicationJourneyIT {

    private final EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
    private final String call = "call-" + UUID.randomUUID();
    private ApplicationsApi api;

    @BeforeEach
    void callIsOpen(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        api.callIsOpen(call);
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void travelsFromTheDraftToTheAcceptedOffer() {
        Answer offered = api.offered(AIGERIM, call);
        assertThat(offered.at("/state")).isEqualTo("offered");
        Answer seen = api.as(AIGERIM).get(path(offered));
        assertThat(seen.body().at("/actions").toString()).isEqualTo("[\"withdraw\",\"answer-offer\"]");

        Answer accepted =
                api.as(AIGERIM).post(path(offered) + "/offer/answer", seen.eTag(), "{\"answer\":\"accepted\"}");

        assertThat(accepted.at("/state")).isEqualTo("accepted");
        assertThat(accepted.at("/decision/reason")).isEqualTo("Strong.");
        assertThat(accepted.text()).as("names of those who decided").doesNotContain("\"sato\"", "\"tanaka\"");
        assertThat(accepted.body()
                        .at("/timeline")
                        .valueStream()
                        .map(step -> step.at("/state").asString()))
                .containsExactly("draft", "submitted", "under-review", "offered", "accepted");
        String id = accepted.at("/id");
        events.await(message -> id.equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.offer-answered.v1"));
        assertThat(events.poll())
                .filteredOn(message -> id.equals(message.key()))
                .extracting(message -> EventProbe.header(message, "ce_type"))
                .containsExactly(
                        "org.yol.application.started.v1",
                        "org.yol.application.submitted.v1",
                        "org.yol.application.review-begun.v1",
                        "org.yol.application.decision-published.v1",
                        "org.yol.application.offer-answered.v1");
    }

    @Test
    void hidesReviewsAndTheUnpublishedDecisionFromTheStudent() {
        Answer decided = api.decided(AIGERIM, call);
        assertThat(decided.at("/state")).isEqualTo("selected");

        Answer seen = api.as(AIGERIM).get(path(decided));

        assertThat(seen.at("/state")).isEqualTo("under-review");
        assertThat(seen.text())
                .doesNotContain("Good.", "\"tanaka", "\"sato", "82.0", "Strong.", "\"selected", "\"reviews");
    }

    @Test
    void whoIsCoordinatorElsewhereLearnsNothingMoreAsAReviewer() {
        Answer decided = api.decided(AIGERIM, call);
        Account both = new Account(
                "both",
                "Both",
                "en",
                List.of("reviewer", "coordinator"),
                Map.of("organization", "university-of-tsukuba"));
        String list = "/api/applications?limit=100&callId=" + call;

        assertThat(api.as(both).get(list + "&state=under-review").text()).contains(decided.at("/id"));
        assertThat(api.as(both).get(list + "&state=selected").text()).doesNotContain(decided.at("/id"));
        assertThat(api.as(both).get(list + "&sort=score").text()).doesNotContain(decided.at("/id"));
        assertThat(api.as(both).get(list, "Accept", "text/csv").text()).doesNotContain(decided.at("/id"));
        assertThat(api.as(SATO).get(list + "&state=selected").text()).contains(decided.at("/id"));
    }

    @Test
    void showsAReviewerOnlyTheApplicationsToTheirUniversity() {
        Answer submitted = api.submitted(AIGERIM, call);

        assertThat(api.as(TANAKA).get(path(submitted)).status()).isEqualTo(200);
        assertThat(api.as(SUZUKI).get(path(submitted)).status()).isEqualTo(404);
        assertThat(api.as(SUZUKI).get("/api/applications?limit=100").text()).doesNotContain(submitted.at("/id"));
        assertThat(api.as(TANAKA).get("/api/applications?limit=100").text()).contains(submitted.at("/id"));
    }

    @Test
    void listsExactlyWhatEachReaderMayOpen() {
        Answer draft = api.complete(Account.student("drafting", "D", "KZ"), call);
        Answer submitted = api.submitted(Account.student("waiting", "W", "KZ"), call);
        Account leaver = Account.student("leaving", "L", "KZ");
        Answer left = api.submitted(leaver, call);
        api.as(leaver).post(path(left) + "/withdrawal", left.eTag(), "{}");
        Account quitter = Account.student("quitting", "Q", "KZ");
        Answer quit = api.complete(quitter, call);
        api.as(quitter).post(path(quit) + "/withdrawal", quit.eTag(), "{}");

        for (Account reader : List.of(
                quitter, leaver, TANAKA, SUZUKI, SATO, Account.KARIMOV, Account.AUTHORITY_KZ, Account.AUDITOR)) {
            String listed = api.as(reader)
                    .get("/api/applications?limit=100&callId=" + call)
                    .text();
            for (Answer application : List.of(draft, submitted, left, quit)) {
                assertThat(listed.contains(application.at("/id")))
                        .as("%s sees %s", reader.id(), application.at("/student/id"))
                        .isEqualTo(api.as(reader).get(path(application)).status() == 200);
            }
        }
    }

    @Test
    void startingTwiceFindsTheSameApplication() {
        Answer first = api.start(AIGERIM, call);
        Answer second = api.start(AIGERIM, call);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    }

    @Test
    void pressingSubmitTwiceGivesOneReceipt() {
        Answer complete = api.complete(AIGERIM, call);
        String key = UUID.randomUUID().toString();

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(_ -> api.as(AIGERIM)
                        .send(HttpMethod.POST, path(complete) + "/submission", complete.eTag(), key, "{}"))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.at("/receipt/id"))
                .doesNotContain("")
                .containsOnly(answers.getFirst().at("/receipt/id"));
        assertThat(answers.getFirst().body().at("/timeline").size()).isEqualTo(2);
    }

    @Test
    void comingLateKeepsTheDraftAndSaysWhenTheCallClosed() {
        var closing = CallFixtures.published(
                call, Instant.now().minusSeconds(60), Instant.now().minusSeconds(1));
        Answer complete = api.complete(AIGERIM, call);
        api.callIsPublished(closing, 2);
        Awaitility.await()
                .until(() -> api.as(AIGERIM)
                        .get(path(complete))
                        .body()
                        .at("/actions")
                        .toString()
                        .equals("[\"edit\",\"withdraw\"]"));

        Answer late = api.as(AIGERIM).post(path(complete) + "/submission", complete.eTag(), "{}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).isEqualTo("urn:yol:problem:deadline-passed");
        assertThat(api.as(AIGERIM).get(path(complete)).at("/answers/motivation"))
                .isEqualTo("Water.");
    }

    @Test
    void refusesAnIncompleteSubmissionWithAPointerForEachFieldInTheReadersLanguage() {
        Answer started = api.start(AIGERIM, call);

        Answer refused = api.as(AIGERIM).post(path(started) + "/submission", started.eTag(), "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").size()).isEqualTo(10);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/answers/familyName");
    }

    @Test
    void namesAFilterThatCannotBeReadAndNothingOfTheCode() {
        Answer refused = api.as(SATO).get("/api/applications?state=sent");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/state");
        assertThat(refused.text()).doesNotContain("java", "org.yol");
    }

    @Test
    void aStaleWindowOverwritesNothing() {
        Answer first = api.start(AIGERIM, call);
        Answer saved = api.as(AIGERIM).put(path(first), first.eTag(), ApplicationsApi.COMPLETE);
        assertThat(saved.status()).isEqualTo(200);

        assertThat(api.as(AIGERIM)
                        .put(path(first), first.eTag(), ApplicationsApi.COMPLETE)
                        .status())
                .isEqualTo(412);
        assertThat(api.as(AIGERIM)
                        .put(path(first), null, ApplicationsApi.COMPLETE)
                        .status())
                .isEqualTo(428);
    }

    @Test
    void givesNoMoreOffersThanSeats() {
        api.decided(AIGERIM, call);

        Answer refused = api.decided(NURLAN, call);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:no-seats-left");
    }

    @Test
    void exportsWhatTheCoordinatorMaySee() {
        Account formula = Account.student("formula", "=HYPERLINK(1)", "KZ");
        api.submitted(formula, call);

        Answer csv = api.as(SATO).get("/api/applications?callId=" + call, "Accept", "text/csv");

        assertThat(csv.text().strip().lines()).hasSize(2);
        assertThat(csv.text()).contains("'=HYPERLINK(1)");
        assertThat(api.as(Account.KARIMOV)
                        .get("/api/applications?callId=" + call, "Accept", "text/csv")
                        .text()
                        .strip()
                        .lines())
                .hasSize(1);
    }

    @Test
    void theNewestWordOnACallWinsWhateverTheOrder() {
        var newer = CallFixtures.published(
                call, Instant.now().minusSeconds(60), Instant.now().minusSeconds(1));
        api.callIsPublished(newer, 5);
        api.callIsPublished(CallFixtures.publishedNow(call), 3);
        api.callIsPublished(CallFixtures.publishedNow(call + "-later"), 1);

        Answer refused = api.as(AIGERIM).post("/api/applications", "{\"callId\":\"" + call + "\"}");

        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:deadline-passed");
    }
}
