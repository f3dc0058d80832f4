package org.yol.applications;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.SUZUKI;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.yol.applications.application.Applications;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.platform.operate.Retelling;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.web.SpreadsheetFile;
import org.yol.transparency.Hash;

class ApplicationJourneyIT extends AtAnOpenCall {

    @Test
    void travelsFromTheDraftToTheAcceptedOffer() {
        Answer offered = api.offered(AIGERIM, call);
        assertThat(offered.at("/state")).isEqualTo("offered");
        assertThat(offered.body().at("/actions").toString()).isEqualTo("[\"withdraw\",\"answer-offer\"]");

        Answer accepted =
                api.as(AIGERIM).post(path(offered) + "/offer/answer", offered.eTag(), "{\"answer\":\"accepted\"}");

        assertThat(accepted.at("/state")).isEqualTo("accepted");
        Answer secondThoughts =
                api.as(AIGERIM).post(path(offered) + "/offer/answer", accepted.eTag(), "{\"answer\":\"declined\"}");
        assertThat(secondThoughts.status()).isEqualTo(409);
        assertThat(secondThoughts.at("/type")).endsWith("state-conflict");
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
    void placeThatIsRankedTwiceIsPointedOut() {
        Answer draft = api.start(AIGERIM, call);
        Answer twice = api.as(AIGERIM).put(path(draft), draft.eTag(), """
                {"answers": {}, "choices": ["place-hiroshima", "place-hiroshima"]}""");
        assertThat(twice.at("/refused/0/pointer")).as(twice.text()).isEqualTo("/choices/1");
        assertThat(twice.body().at("/choices").toString()).isEqualTo("[\"place-hiroshima\"]");
    }

    @Test
    void whatIsSubmittedStandsForItsReadersUntilItsCorrectionIsSubmitted() {
        Answer submitted = api.submitted(AIGERIM, call);
        String document = path(submitted) + "/documents/passport";
        byte[] right = (new String(ApplicationsApi.PDF, StandardCharsets.US_ASCII) + "%right")
                .getBytes(StandardCharsets.US_ASCII);

        Answer begun = api.as(AIGERIM).post(path(submitted) + "/correction", submitted.eTag(), "{}");
        Answer uploaded = api.upload(AIGERIM, begun, "passport", "right.pdf", right);

        assertThat(uploaded.at("/state")).isEqualTo("submitted");
        assertThat(uploaded.at("/correction/documents/0/name")).isEqualTo("right.pdf");
        assertThat(uploaded.at("/documents/0/name")).isEqualTo("passport.pdf");
        assertThat(api.as(TANAKA).get(path(submitted)).text())
                .contains("passport.pdf")
                .doesNotContain("right.pdf", "correction");
        assertThat(api.as(TANAKA).get(document).text()).doesNotContain("%right");
        assertThat(api.as(TANAKA).get(document + "?correction=true").status()).isEqualTo(404);
        assertThat(api.as(AIGERIM).get(document + "?correction=true").text()).contains("%right");

        Answer again = api.as(AIGERIM).post(path(submitted) + "/submission", uploaded.eTag(), api.withDossier(AIGERIM));

        assertThat(again.at("/documents/0/name")).isEqualTo("right.pdf");
        assertThat(again.at("/receipt/id")).isNotEqualTo(submitted.at("/receipt/id"));
        assertThat(again.at("/earlierReceipts/0/id")).isEqualTo(submitted.at("/receipt/id"));
        assertThat(again.body().at("/correction").isMissingNode()
                        || again.body().at("/correction").isNull())
                .isTrue();
        assertThat(api.as(TANAKA).get(document).text()).contains("%right");
        Answer log = api.as(AIGERIM).get(path(submitted) + "/log");
        assertThat(log.at("/0/receipt")).isEqualTo(submitted.at("/receipt/id"));
        assertThat(log.at("/1/receipt")).isEqualTo(again.at("/receipt/id"));
        assertThat(log.at("/1/opening/salt")).isNotEqualTo(log.at("/0/opening/salt"));
    }

    @Test
    void aReturnedApplicationIsCorrectedAndWhatWasDecidedOnItBeforeCountsNoMore() {
        Answer decided = api.decided(AIGERIM, call);
        Answer seen = api.as(SATO).get(path(api.start(AIGERIM, call)));
        String until = Instant.now().plusSeconds(86_400).toString();

        Answer returned = api.as(SATO).post(path(seen) + "/return", seen.eTag(), """
                {"reason": "The passport is not signed.", "until": "%s"}""".formatted(until));

        assertThat(returned.at("/state")).as(returned.text()).isEqualTo("returned");
        assertThat(api.publish(seen, decided.eTag(), "{}").status())
                .as("nobody is told a result while they correct")
                .isEqualTo(409);
        Answer asked = api.as(AIGERIM).get(path(seen));
        assertThat(asked.at("/returned/reason")).isEqualTo("The passport is not signed.");
        Answer begun = api.as(AIGERIM).post(path(seen) + "/correction", asked.eTag(), "{}");
        Answer again = api.as(AIGERIM).post(path(seen) + "/submission", begun.eTag(), api.withDossier(AIGERIM));

        assertThat(again.at("/state")).isEqualTo("submitted");
        assertThat(again.at("/receipt/firstAt")).isEqualTo(asked.at("/receipt/at"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                api.as(SATO).get(path(seen) + "/decision").at("/outcome"))
                        .isIn("", "null"));
    }

    @Test
    void whoeverMaySeeItCanOpenItsEntriesOfThePublicLog() {
        Answer decided = api.decided(AIGERIM, call);
        Answer started = api.start(AIGERIM, call);
        String log = path(started) + "/log";
        assertThat(api.as(AIGERIM).get(log).body()).hasSize(1);
        assertThat(api.publish(started, decided.eTag(), "{}").status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !api.as(AIGERIM).get(log).at("/1/proof").isEmpty());

        Answer openings = api.as(AIGERIM).get(log);

        assertThat(openings.at("/0/kind")).isEqualTo("submission");
        assertThat(openings.at("/0/receipt")).isEqualTo(openings.at("/0/opening/receipt"));
        assertThat(openings.at("/1/kind")).isEqualTo("decision");
        assertThat(openings.at("/1/opening/place")).isEqualTo("place-tsukuba");
        assertThat(openings.at("/1/opening/state")).isEqualTo("offered");
        openings.body().forEach(opening -> {
            // What is told is what was reckoned with, before the entry was there.
            String entry = opening.at("/entry").asString();
            assertThat(entry)
                    .isEqualTo("{\"at\":\"%s\",\"call\":\"%s\",\"digest\":\"%s\",\"kind\":\"%s\"}"
                            .formatted(
                                    opening.at("/at").asString(),
                                    call,
                                    CanonicalJson.sha256(opening.at("/opening")),
                                    opening.at("/kind").asString()));
            assertThat(api.as(AIGERIM)
                            .get("/api/log/entries/" + opening.at("/index"))
                            .at("/leaf"))
                    .isEqualTo(
                            Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)).hex());
        });
        assertThat(api.as(SATO).get(log).body()).isEqualTo(openings.body());
        assertThat(api.as(AIGERIM).get(path(started)).text()).doesNotContain(openings.at("/1/opening/salt"));
    }

    @Test
    void hidesReviewsAndTheUnpublishedDecisionFromTheStudent() {
        Answer decided = api.decided(AIGERIM, call);
        assertThat(decided.at("/outcome")).isEqualTo("selected");

        Answer seen = api.as(AIGERIM).get(path(api.start(AIGERIM, call)));

        assertThat(seen.at("/state")).isEqualTo("under-review");
        assertThat(seen.text())
                .doesNotContain("Good.", "\"tanaka", "\"sato", "82.0", "Strong.", "\"selected", "\"reviews");
    }

    @Test
    void whoIsCoordinatorElsewhereLearnsNothingMoreAsAReviewer() {
        api.decided(AIGERIM, call);
        String id = api.start(AIGERIM, call).at("/id");
        Account both = new Account(
                "both",
                "Both",
                "en",
                List.of("reviewer", "coordinator"),
                Map.of("organization", "jp-university-of-tsukuba"));
        String list = "/api/applications?limit=100&callId=" + call;

        assertThat(api.as(both).get(list + "&state=under-review").text())
                .contains(id)
                .doesNotContain("selected", "82.0");
        assertThat(api.as(both).get(list + "&decision=selected").text()).doesNotContain(id);
        assertThat(api.as(both).get(list + "&sort=score").text()).doesNotContain(id);
        assertThat(api.as(both).get(list, "Accept", "text/csv").text()).doesNotContain(id);
        assertThat(api.as(SATO).get(list + "&decision=selected").text()).contains(id);
        assertThat(api.as(SATO).get(list + "&sort=score").text()).contains(id);
    }

    @Test
    void exportsWhatLettersNeedAndToAnAuthorityItsOwnCitizensOnly() {
        Answer kazakh = api.submitted(AIGERIM, call);
        Answer kyrgyz = api.submitted(Account.NURLAN, call);
        String list = "/api/applications?callId=" + call;

        String all = api.as(SATO)
                .get(list + "&separator=semicolon", "Accept", "text/csv")
                .text();
        assertThat(all)
                .contains("passport_family_name;passport_given_name;native_name;katakana_name;birth_date")
                .contains("Bekova;Aigerim;;;1999-03-21;KZ;Nazarbayev University;bachelor")
                .contains("University of Tsukuba (master)", kyrgyz.at("/id"));
        for (String type : new String[] {"text/csv", SpreadsheetFile.WORKBOOK}) {
            Answer own = api.as(Account.AUTHORITY_KZ).get(list, "Accept", type);
            assertThat(own.status()).isEqualTo(200);
            assertThat(own.headers().getContentType())
                    .hasToString(type.equals("text/csv") ? type + ";charset=UTF-8" : type);
        }
        assertThat(api.as(Account.AUTHORITY_KZ).get(list, "Accept", "text/csv").text())
                .contains(kazakh.at("/id"), "Bekova")
                .doesNotContain(kyrgyz.at("/id"));
        assertThat(api.as(Account.AUTHORITY_KZ)
                        .get(list + "&sort=score", "Accept", "text/csv")
                        .text())
                .as("no order tells of what is secret")
                .doesNotContain(kazakh.at("/id"));
        assertThat(api.as(SATO)
                        .get(list + "&separator=tab", "Accept", "text/csv")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void countsByProgrammeAndStateWhatItsReaderMaySee() {
        String programme = "programme-of-" + call;
        String other = "other-" + call;
        api.callIsPublished(CallFixtures.ofProgramme(CallFixtures.publishedNow(other), programme), 1);
        Answer kazakh = api.submitted(AIGERIM, other);
        Answer kyrgyz = api.submitted(Account.NURLAN, other);
        api.submitted(AIGERIM, call);
        api.start(Account.student("drafting", "Drafting", "KZ"), other);

        assertThat(statesOf(programme, Account.AUTHORITY_KZ)).isEqualTo("{\"submitted\":1}");
        assertThat(statesOf(programme, Account.AUDITOR)).isEqualTo("{\"submitted\":2}");
        assertThat(statesOf(programme, SUZUKI)).isEmpty();
        assertThat(api.as(AIGERIM).get("/api/applications/counts").status()).isEqualTo(403);

        api.review(TANAKA, kazakh, "\"0\"", 9, 7);
        Awaitility.await()
                .untilAsserted(() -> assertThat(statesOf(programme, Account.AUDITOR))
                        .contains("\"submitted\":1", "\"under-review\":1"));

        String list = "/api/applications?programmeId=" + programme;
        Answer own = api.as(Account.AUTHORITY_KZ).get(list);
        assertThat(own.body()
                        .at("/items")
                        .valueStream()
                        .map(row -> row.at("/id").asString()))
                .containsExactly(kazakh.at("/id"));
        assertThat(api.as(Account.AUDITOR).get(list + "&state=submitted").text())
                .contains(kyrgyz.at("/id"))
                .doesNotContain(kazakh.at("/id"));
        assertThat(api.as(Account.AUTHORITY_KZ)
                        .get(list, "Accept", "text/csv")
                        .headers()
                        .getFirst("X-Total-Count"))
                .isEqualTo("1");
        assertThat(api.as(Account.AUDITOR)
                        .get("/api/applications?programmeId=nobodys")
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    private String statesOf(String programme, Account reader) {
        return api.as(reader)
                .get("/api/applications/counts")
                .body()
                .valueStream()
                .filter(counts -> counts.at("/programmeId").asString().equals(programme))
                .map(counts -> counts.at("/states").toString())
                .collect(Collectors.joining());
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
        String withDossier = api.withDossier(AIGERIM);

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(_ -> api.as(AIGERIM)
                        .send(HttpMethod.POST, path(complete) + "/submission", complete.eTag(), key, withDossier))
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
                call, Instant.now().minusSeconds(3600), Instant.now().minusSeconds(60));
        Answer complete = api.complete(AIGERIM, call);
        api.callIsPublished(closing, 2);
        Awaitility.await()
                .until(() -> api.as(AIGERIM)
                        .get(path(complete))
                        .body()
                        .at("/actions")
                        .toString()
                        .equals("[\"edit\",\"withdraw\"]"));

        Answer late = api.as(AIGERIM).post(path(complete) + "/submission", complete.eTag(), api.withDossier(AIGERIM));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).isEqualTo("urn:yol:problem:deadline-passed");
        assertThat(api.as(AIGERIM).get(path(complete)).at("/answers/motivation"))
                .isEqualTo("Water.");
    }

    @Test
    void refusesAnIncompleteSubmissionWithAPointerForEachFieldInTheReadersLanguage() {
        Account newcomer = Account.student("newcomer-" + UUID.randomUUID(), "新来", "KZ");
        Answer started = api.start(newcomer, call);

        Answer refused =
                api.as(newcomer).post(path(started) + "/submission", started.eTag(), api.withDossier(newcomer));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").size()).isEqualTo(8);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/dossier/passportName/family");
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
        assertThat(refused.at("/detail")).contains("The only seat");
    }

    @Test
    void aSubmittedApplicationIsTakenBackAndHandedInAgain() {
        Answer submitted = api.submitted(AIGERIM, call);
        Answer withdrawn = api.as(AIGERIM).post(path(submitted) + "/withdrawal", submitted.eTag(), "{}");
        assertThat(withdrawn.body().at("/actions").toString()).isEqualTo("[\"start-again\"]");

        Answer again = api.as(AIGERIM).post(path(submitted) + "/restart", withdrawn.eTag(), "{}");
        assertThat(again.at("/state")).isEqualTo("draft");
        assertThat(again.at("/answers/motivation")).isEqualTo("Water.");
        assertThat(api.as(SATO).get(path(submitted)).status())
                .as("a draft is its student's alone")
                .isEqualTo(404);
        Answer second = api.as(AIGERIM).post(path(submitted) + "/submission", again.eTag(), api.withDossier(AIGERIM));

        assertThat(second.at("/state")).isEqualTo("submitted");
        assertThat(second.at("/earlierReceipts/0/id")).isEqualTo(submitted.at("/receipt/id"));
        assertThat(second.at("/receipt/id")).isNotEqualTo(submitted.at("/receipt/id"));
    }

    @Test
    void reviewOfWhatWasTakenBackCountsNoLonger() {
        api.reviewed(AIGERIM, call);
        Answer reviewed = api.as(AIGERIM).get(path(api.start(AIGERIM, call)));
        Answer withdrawn = api.as(AIGERIM).post(path(reviewed) + "/withdrawal", reviewed.eTag(), "{}");
        Answer again = api.as(AIGERIM).post(path(reviewed) + "/restart", withdrawn.eTag(), "{}");
        api.as(AIGERIM).post(path(reviewed) + "/submission", again.eTag(), api.withDossier(AIGERIM));

        assertThat(api.as(SATO).get(path(reviewed)).body().at("/reviews").size())
                .isZero();
        assertThat(api.review(TANAKA, reviewed, "\"0\"", 5, 5).status()).isEqualTo(200);
        assertThat(api.as(SATO).get(path(reviewed)).at("/scores/place-tsukuba")).isEqualTo("50.0");
    }

    @Test
    void colleaguesReviewAtTheSameTime() {
        Answer submitted = api.submitted(AIGERIM, call);
        List<Account> colleagues = IntStream.range(0, 8)
                .mapToObj(number -> new Account(
                        "colleague-" + number,
                        "Colleague",
                        "en",
                        List.of("reviewer"),
                        Map.of("organization", "jp-university-of-tsukuba")))
                .toList();

        assertThat(colleagues.parallelStream()
                        .map(colleague ->
                                api.review(colleague, submitted, "\"0\"", 9, 7).status()))
                .containsOnly(200);

        String eTag = api.as(AIGERIM).get(path(submitted)).eTag();
        assertThat(api.review(TANAKA, submitted, "\"0\"", 9, 7).status()).isEqualTo(200);
        assertThat(api.as(AIGERIM).get(path(submitted)).eTag())
                .as("nobody counts reviews by the version")
                .isEqualTo(eTag);

        Answer seen = api.as(SATO).get(path(submitted));
        assertThat(seen.body().at("/reviews").size()).isEqualTo(9);
        assertThat(seen.at("/state")).isEqualTo("under-review");
        Awaitility.await()
                .until(() -> api.as(SATO)
                        .get("/api/applications?sort=score&callId=" + call)
                        .at("/items/0/scores/place-tsukuba")
                        .equals("82.0"));
    }

    @Test
    void listByScoreShowsTheUnreviewedLastAndPagesThroughAll() {
        Account first = Account.student("first-scored", "First", "KZ");
        Account second = Account.student("second-scored", "Second", "KZ");
        api.review(TANAKA, api.submitted(first, call), "\"0\"", 9, 9);
        api.review(TANAKA, api.submitted(second, call), "\"0\"", 5, 5);
        api.submitted(Account.student("unscored", "Unscored", "KZ"), call);
        Awaitility.await().until(() -> names("").equals(List.of("First", "Second", "Unscored")));

        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.as(SATO).get("/api/applications?limit=1&sort=score&callId=" + call + after);
            page.body()
                    .at("/items")
                    .valueStream()
                    .forEach(row -> paged.add(row.at("/student/name").asString()));
            after = page.body().has("next") ? "&after=" + page.at("/next") : null;
        } while (after != null);

        assertThat(paged).containsExactly("First", "Second", "Unscored");
        assertThat(names("&text=second")).containsExactly("Second");
        assertThat(names("&state=submitted")).containsExactly("Unscored");
    }

    @Test
    void listByScoreLosesNobodyWhoHandedInAgain() {
        Answer reviewed = api.reviewed(AIGERIM, call);
        Answer seen = api.as(AIGERIM).get(path(reviewed));
        Answer withdrawn = api.as(AIGERIM).post(path(reviewed) + "/withdrawal", seen.eTag(), "{}");
        Answer again = api.as(AIGERIM).post(path(reviewed) + "/restart", withdrawn.eTag(), "{}");
        assertThat(api.as(AIGERIM)
                        .post(path(reviewed) + "/submission", again.eTag(), api.withDossier(AIGERIM))
                        .status())
                .isEqualTo(200);
        String version = api.as(SATO).get(path(reviewed) + "/decision").eTag();
        Answer decided = api.decide(reviewed, version, "reserve");
        assertThat(api.publish(reviewed, decided.eTag(), "{}").status()).isEqualTo(200);

        assertThat(names("")).hasSize(1);
    }

    @Test
    void cursorTellsNobodyOfTheirOwnApplication() {
        Account both = new Account(
                "both-sides",
                "Both sides",
                "en",
                List.of("student", "coordinator"),
                Map.of("organization", "jica-jice", "country", "KZ"));
        Answer own = api.submitted(both, call);
        api.submitted(NURLAN, call);
        api.review(TANAKA, own, "\"0\"", 9, 7);
        api.decide(own, "\"0\"", "reserve");

        for (String order : List.of("decision=reserve", "sort=score")) {
            Answer page = api.as(both).get("/api/applications?limit=1&callId=" + call + "&" + order);
            String cursor = new String(
                    Base64.getUrlDecoder().decode(page.body().path("next").asString("")), StandardCharsets.UTF_8);
            assertThat(page.text() + cursor).as(order).doesNotContain(own.at("/id"), "82.0");
        }
    }

    @Test
    void applicationsAreToldAgainAsTheyStand(@Autowired List<Retelling> retellings) {
        Answer submitted = api.submitted(AIGERIM, call);
        String id = submitted.at("/id");
        events.await(message -> id.equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.submitted.v1"));

        Retelling applications = retellings.stream()
                .filter(retelling -> retelling.collection().equals("applications"))
                .findFirst()
                .orElseThrow();
        assertThat(applications.retell()).isPositive();

        var again = events.await(message -> id.equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.told-again.v1"));
        assertThat(EventProbe.header(again, "ce_sequence")).isEqualTo(submitted.at("/version"));
        assertThat(new String(again.value(), StandardCharsets.UTF_8)).contains("\"state\":\"submitted\"");
        assertThat(api.as(AIGERIM).get(path(submitted)).eTag()).isEqualTo(submitted.eTag());
    }

    @Test
    void listByDecisionHasNoOtherOrder() {
        Answer refused = api.as(SATO).get("/api/applications?decision=reserve&sort=score");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/sort");
    }

    @ParameterizedTest
    @CsvSource({
        "state=unknown, /state",
        "state=UNKNOWN, /state",
        "decision=unknown, /decision",
        "sort=name, /sort",
        "sort=score, /sort",
        "limit=0, /limit"
    })
    void whatNoListCanBeNarrowedOrSortedByIsNamed(String query, String pointer) {
        Answer refused = api.as(SATO).get("/api/applications?" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"en, At most 200", "ja, 200", "ru, Не более 200"})
    void textOfMoreThanTwoHundredLettersIsRefusedInTheReadersLanguage(String language, String words) {
        String path = "/api/applications?callId=" + call + "&text=";

        assertThat(api.as(SATO).get(path + "a".repeat(200)).status()).isEqualTo(200);
        Answer refused = api.as(SATO).get(path + "a".repeat(201), "Accept-Language", language);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/text");
        assertThat(refused.at("/errors/0/detail")).contains(words);
    }

    @Test
    void isFoundByTheBeginningOfAnyPartOfTheNameByIdAndByReceipt() {
        Answer gulnara = api.submitted(Account.student("gulnara", "Gülnara Oʻzbekova-Ким", "KZ"), call);
        api.submitted(Account.student("other", "Other Somebody", "KZ"), call);

        for (String text : List.of(
                "gul",
                "GÜLN",
                "o'zbek",
                "ozbekova gul",
                "ким",
                gulnara.at("/id"),
                gulnara.at("/receipt/id"),
                gulnara.at("/receipt/id").toLowerCase(Locale.ROOT))) {
            for (Account reader : List.of(SATO, TANAKA, Account.AUTHORITY_KZ, Account.AUDITOR)) {
                Answer found = api.as(reader).get(searched(text));
                assertThat(found.body().at("/items"))
                        .as("%s finds %s", reader.id(), text)
                        .hasSize(1);
                assertThat(found.at("/items/0/id")).isEqualTo(gulnara.at("/id"));
            }
        }
        for (String text : List.of("nara", "gul x", ".*", "^", "'", "kz-", gulnara.at("/id") + "0")) {
            assertThat(api.as(SATO).get(searched(text)).body().at("/items"))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void isFoundByNameThoughAnOlderReleaseStoredItWithoutWhatIsSearched(
            @Autowired MongoDatabase database, @Autowired Applications applications) {
        Answer taro = api.submitted(Account.student("yamada", "山田太郎", "KZ"), call);
        Answer other = api.submitted(Account.student("sayat", "Q´osim Sayat", "KZ"), call);
        database.getCollection("applications").updateMany(eq("call.id", call), unset("searchWords"));
        assertThat(api.as(SATO).get(searched("太郎")).body().at("/items")).isEmpty();

        applications.keepNames();

        assertThat(api.as(SATO).get(searched("太郎")).at("/items/0/id")).isEqualTo(taro.at("/id"));
        assertThat(api.as(SATO).get(searched("Qosim")).at("/items/0/id")).isEqualTo(other.at("/id"));
        assertThat(api.as(Account.student("yamada", "山田太郎", "KZ"))
                        .get(path(taro))
                        .eTag())
                .isEqualTo(taro.eTag());
    }

    /** The client escapes what is no letter or digit, but for what it takes for the syntax of addresses. */
    private String searched(String text) {
        return "/api/applications?callId=" + call + "&text=" + text;
    }

    private List<String> names(String filter) {
        return api.as(SATO)
                .get("/api/applications?sort=score&callId=" + call + filter)
                .body()
                .at("/items")
                .valueStream()
                .map(row -> row.at("/student/name").asString())
                .toList();
    }

    @Test
    void whoHasTwoRolesDoesNothingInTheOtherToTheirOwnApplication() {
        Account herself = new Account(
                "herself",
                "Herself",
                "en",
                List.of("student", "reviewer", "coordinator"),
                Map.of("organization", "jica-jice", "country", "KZ"));
        Account atTsukuba = new Account(
                "herself",
                "Herself",
                "en",
                List.of("student", "reviewer"),
                Map.of("organization", "jp-university-of-tsukuba", "country", "KZ"));
        Answer own = api.submitted(herself, call);

        assertThat(api.as(herself)
                        .put(path(own) + "/decision", "\"0\"", "{\"outcome\":\"reserve\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.review(atTsukuba, own, "\"0\"", 10, 10).status()).isEqualTo(404);
        api.decide(own, "\"0\"", "reserve");
        assertThat(api.as(herself).get(path(own)).text()).doesNotContain("reserve", "Strong.");
        assertThat(api.as(herself).get("/api/applications?decision=reserve").text())
                .doesNotContain(own.at("/id"));
    }

    @Test
    void whoLostAccessIsNotAnsweredByARepetition() {
        Answer decided = api.decided(AIGERIM, call);
        Answer application = api.start(AIGERIM, call);
        String key = UUID.randomUUID().toString();
        String path = path(application) + "/decision/publication";
        assertThat(api.as(SATO)
                        .send(HttpMethod.POST, path, decided.eTag(), key, "{}")
                        .status())
                .isEqualTo(200);
        Account moved =
                new Account("sato", "Sato", "en", List.of("coordinator"), Map.of("organization", "another-provider"));

        assertThat(api.as(moved)
                        .send(HttpMethod.POST, path, decided.eTag(), key, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(SATO)
                        .send(HttpMethod.POST, path, decided.eTag(), key, "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void secretDecisionLeavesNoTraceInWhatOthersRead() {
        Answer submitted = api.submitted(AIGERIM, call);
        List<Account> readers = List.of(AIGERIM, TANAKA, Account.AUTHORITY_KZ);
        List<String> before =
                readers.stream().map(reader -> everythingOf(reader, submitted)).toList();

        assertThat(api.decide(submitted, "\"0\"", "selected").status()).isEqualTo(200);

        assertThat(readers.stream().map(reader -> everythingOf(reader, submitted)))
                .containsExactlyElementsOf(before);
        assertThat(api.review(TANAKA, submitted, "\"0\"", 9, 7).status())
                .as("a review is still possible, and looks as it would without a decision")
                .isEqualTo(200);
        assertThat(api.as(AIGERIM).get(path(submitted)).at("/state")).isEqualTo("under-review");
    }

    private String everythingOf(Account reader, Answer application) {
        Answer one = api.as(reader).get(path(application));
        Answer list = api.as(reader).get("/api/applications?callId=" + call);
        return one.eTag() + one.text() + list.text();
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
    void exportSaysHowManyRowsWillComeWhateverTheFilter() {
        Account both = new Account(
                "both-of-them",
                "Both",
                "en",
                List.of("student", "coordinator"),
                Map.of("organization", "jica-jice", "country", "KZ"));
        api.complete(Account.student("drafting", "D", "KZ"), call);
        api.submitted(Account.student("waiting", "W", "KZ"), call);
        api.reviewed(Account.student("reviewed", "R", "KZ"), call);
        api.submitted(both, call);
        Account leaver = Account.student("leaving", "L", "KZ");
        Answer left = api.submitted(leaver, call);
        api.as(leaver).post(path(left) + "/withdrawal", left.eTag(), "{}");
        Account quitter = Account.student("quitting", "Q", "KZ");
        Answer quit = api.complete(quitter, call);
        api.as(quitter).post(path(quit) + "/withdrawal", quit.eTag(), "{}");

        for (Account reader : List.of(SATO, both, Account.AUDITOR, Account.KARIMOV)) {
            for (String filter : List.of(
                    "", "&sort=name", "&state=draft", "&state=withdrawn", "&state=submitted", "&state=expired")) {
                Answer csv = api.as(reader).get("/api/applications?callId=" + call + filter, "Accept", "text/csv");

                assertThat(csv.headers().getFirst("X-Total-Count"))
                        .as("%s%s", reader.id(), filter)
                        .isEqualTo(String.valueOf(csv.text().strip().lines().count() - 1));
            }
        }
        assertThat(api.as(SATO)
                        .get("/api/applications?callId=" + call, "Accept", "text/csv")
                        .text()
                        .strip()
                        .lines())
                .hasSize(5);
    }

    @Test
    void theNewestWordOnACallWinsWhateverTheOrder() {
        var newer = CallFixtures.published(
                call, Instant.now().minusSeconds(3600), Instant.now().minusSeconds(60));
        api.callIsPublished(newer, 5);
        api.callIsPublished(CallFixtures.publishedNow(call), 3);
        api.callIsPublished(CallFixtures.publishedNow(call + "-later"), 1);

        Answer refused = api.as(AIGERIM).post("/api/applications", "{\"callId\":\"" + call + "\"}");

        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:deadline-passed");
    }
}
