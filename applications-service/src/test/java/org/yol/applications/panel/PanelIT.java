package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import tools.jackson.databind.JsonNode;

class PanelIT extends AtAnOpenCall {

    private static final String TSUKUBA = "jp-university-of-tsukuba";
    private static final String ALL = "{\"rebalance\": false}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Account anna = Account.reviewer("anna-" + run, TSUKUBA);
    private final Account ben = Account.reviewer("ben-" + run, TSUKUBA);
    private final Account chie = Account.reviewer("chie-" + run, TSUKUBA);
    private final Account colleague = Account.coordinator("mori", "jica-jice");

    @Autowired
    private MongoDatabase database;

    @BeforeEach
    void reviewersAreKnown() {
        List.of(anna, ben, chie).forEach(each -> api.as(each).get("/api/reviews/counts"));
    }

    @Test
    void onlyThoseOfThePlacesUniversityMayBeOnItsPanel() {
        Answer refused = api.as(SATO).put(panel(), "\"0\"", """
                        {"places": [{"placeId": "place-hiroshima", "reviewers": ["%s"]},
                                    {"placeId": "place-nowhere", "reviewers": []}]}""".formatted(anna.id()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/places/0/reviewers/0", "/places/1/placeId");
    }

    @Test
    void panelNamesWhoMayBeAskedAndIsSetByVersions() {
        Answer set = set(anna, ben);

        assertThat(set.text()).contains("\"" + chie.id() + "\"");
        assertThat(set.at("/places/0/reviewers/1")).isEqualTo(ben.id());
        assertThat(put("\"0\"", anna).status()).isEqualTo(412);
        assertThat(put(set.eTag(), anna).status()).isEqualTo(200);
    }

    @Test
    void onlyWhoIsAskedReviews() {
        Answer application = api.submitted(AIGERIM, call);
        set(anna);
        assign();

        assertThat(api.review(ben, application, "\"0\"", 8, 8).at("/type")).endsWith("not-assigned");
        Answer own = api.as(anna).get(path(application));
        assertThat(own.at("/reviews/0/state")).isEqualTo("assigned");
        assertThat(own.at("/actions/0")).isEqualTo("review");
        assertThat(api.as(ben).get(path(application)).body().at("/actions")).isEmpty();
        assertThat(row(ben, application).get("panel").asBoolean()).isTrue();
        assertThat(api.review(anna, application, "\"1\"", 8, 8).at("/state")).isEqualTo("done");
        assertThat(api.as(SATO).get(path(application)).at("/reviewers/" + anna.id()))
                .isEqualTo(anna.name());
    }

    @Test
    void savesAsTheyGoAndCountsOnlyWhatIsDone() {
        Answer application = api.submitted(AIGERIM, call);
        set(anna);
        assign();

        Answer begun = save(anna, application, "\"1\"", "{\"scores\": {\"academic\": 7}, \"done\": false}");

        assertThat(begun.at("/state")).isEqualTo("begun");
        assertThat(api.as(SATO).get(path(application)).at("/scores/place-tsukuba"))
                .isEmpty();
        assertThat(save(anna, application, begun.eTag(), "{\"scores\": {\"academic\": 7}}")
                        .status())
                .isEqualTo(422);
        Answer done =
                save(anna, application, begun.eTag(), "{\"scores\": {\"academic\": 7, \"plan\": 7}, \"done\": true}");
        assertThat(api.as(SATO).get(path(application)).at("/scores/place-tsukuba"))
                .isEqualTo("70.0");
        Answer reopened =
                save(anna, application, done.eTag(), "{\"scores\": {\"academic\": 7, \"plan\": 7}, \"done\": false}");
        assertThat(reopened.at("/state")).isEqualTo("begun");
        assertThat(api.as(SATO).get(path(application)).at("/scores/place-tsukuba"))
                .isEmpty();
    }

    @Test
    void ofSixtyFourSavesAtOnceOneIsTaken() throws Exception {
        Answer application = api.submitted(AIGERIM, call);
        set(anna);
        assign();

        List<Integer> answers = AtOnce.of(
                64,
                number -> save(
                                anna,
                                application,
                                "\"1\"",
                                "{\"scores\": {\"academic\": %d}, \"comment\": \"%d\", \"done\": false}"
                                        .formatted(number % 11, number))
                        .status());

        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void twoCoordinatorsAssignAtOnceAndEachApplicationHasItsReviewersOnce() throws Exception {
        List<Answer> applications = submitted(6);
        set(anna, ben, chie);

        List<Answer> asked = AtOnce.of(
                4, number -> api.as(number % 2 == 0 ? SATO : colleague).post(panel() + "/assignment", ALL));

        assertThat(asked).allMatch(answer -> answer.status() == 200);
        awaitFinished();
        assertThat(perApplication(applications)).containsOnly(1);
        assertThat(perReviewer()).containsExactlyInAnyOrder(2, 2, 2);
    }

    @Test
    void sameRequestAgainIsTheSameAssignment() {
        submitted(2);
        set(anna, ben);
        String key = UUID.randomUUID().toString();
        Answer first = api.as(SATO).send(HttpMethod.POST, panel() + "/assignment", null, key, ALL);
        awaitFinished();

        Answer again = api.as(SATO).send(HttpMethod.POST, panel() + "/assignment", null, key, ALL);

        assertThat(again.at("/state")).isEqualTo("finished");
        assertThat(again.at("/at")).isEqualTo(first.at("/at"));
    }

    @Test
    void whatAProcessThatDiedHasLeftIsAssignedByAnother() {
        List<Answer> applications = submitted(6);
        set(anna, ben, chie);
        assign();
        // As if it had died with half of it written, holding the work.
        for (Answer application : applications.subList(0, 3)) {
            database.getCollection("reviews").deleteMany(Filters.eq("applicationId", application.at("/id")));
        }
        Document left = new Document("due", Date.from(Instant.now().minusSeconds(1)))
                .append("since", Date.from(Instant.now().minusSeconds(60)))
                .append("holder", "somebody-dead")
                .append("attempts", 1);
        database.getCollection("assignment-runs")
                .updateOne(
                        Filters.eq("_id", call),
                        Updates.combine(Updates.unset("finishedAt"), Updates.set("due.assigning", left)));

        awaitFinished();

        assertThat(perApplication(applications)).containsOnly(1);
        assertThat(perReviewer()).containsExactlyInAnyOrder(2, 2, 2);
    }

    @Test
    void whoDeclaresAConflictIsReplacedAtOnceAndNotAskedAgain() {
        Answer application = api.submitted(AIGERIM, call);
        set(anna, ben);
        assign();
        Account asked =
                api.as(anna).get("/api/reviews").at("/items/0/applicationId").isEmpty() ? ben : anna;
        Account other = asked == anna ? ben : anna;

        Answer declared = api.as(asked)
                .put(path(application) + "/reviews/place-tsukuba/conflict", "\"1\"", "{\"reason\": \"My nephew.\"}");

        assertThat(declared.at("/state")).as(declared.text()).isEqualTo("conflict");
        assertThat(queue(other)).containsExactly(application.at("/id"));
        assertThat(queue(asked)).isEmpty();
        assertThat(api.review(asked, application, "\"0\"", 8, 8).at("/type")).endsWith("not-assigned");
        assign();
        assertThat(queue(asked)).isEmpty();
        Answer finished = awaitFinished();
        assertThat(finished.at("/exclusions/0/why")).as(finished.text()).isEqualTo("declared");
        assertThat(finished.at("/exclusions/0/reviewerName")).isEqualTo(asked.name());
        assertThat(finished.at("/exclusions/0/student/id")).isEqualTo(AIGERIM.id());
        assertThat(api.as(SATO).get(path(application)).text()).contains("My nephew.");
    }

    @Test
    void whatCannotBeAssignedIsListedAndTheRestIsAssigned() {
        String two = "call-" + UUID.randomUUID();
        api.callIsPublished(CallFixtures.reviewed(CallFixtures.publishedNow(two), 2, false), 1);
        Answer application = api.submitted(AIGERIM, two);
        set(two, anna);
        String progress = "/api/reviews/panels/" + two + "/progress";
        assertThat(api.as(SATO).get(progress).body().at("/lines")).isEmpty();
        api.as(SATO).post("/api/reviews/panels/" + two + "/assignment", ALL);

        Answer finished = awaitFinished(two);

        assertThat(api.as(SATO).get(progress).body().at("/lines"))
                .as("how far it is, for whoever has just assigned")
                .hasSize(1);

        assertThat(finished.at("/lacking")).isEqualTo("1");
        assertThat(finished.at("/problems/0/applicationId")).isEqualTo(application.at("/id"));
        assertThat(finished.at("/done")).isEqualTo("1");
    }

    @Test
    void rebalancingMovesWhatIsNotBegun() {
        List<Answer> applications = submitted(4);
        Answer set = set(anna);
        assign();
        assertThat(api.review(anna, applications.getFirst(), "\"1\"", 8, 8).status())
                .isEqualTo(200);
        put(set.eTag(), anna, ben);
        assign();
        assertThat(queue(ben)).isEmpty();

        api.as(SATO).post(panel() + "/assignment", "{\"rebalance\": true}");
        awaitFinished();

        assertThat(queue(ben)).hasSize(2);
        assertThat(queue(anna)).hasSize(1);
        assertThat(perApplication(applications)).containsOnly(1);
    }

    @Test
    void oneMoreIsAskedAndAReviewMovesToAnother() {
        Answer application = api.submitted(AIGERIM, call);
        set(anna, ben, chie);
        assign();
        String request = "{\"applicationId\": \"%s\", \"placeId\": \"place-tsukuba\"}".formatted(application.at("/id"));
        String key = UUID.randomUUID().toString();

        Answer further = api.as(SATO).send(HttpMethod.POST, panel() + "/further-review", null, key, request);
        Answer repeated = api.as(SATO).send(HttpMethod.POST, panel() + "/further-review", null, key, request);

        assertThat(further.at("/state")).as(further.text()).isEqualTo("assigned");
        assertThat(repeated.at("/reviewer")).isEqualTo(further.at("/reviewer"));
        assertThat(perReviewer()).containsExactlyInAnyOrder(1, 1);
        String third = List.of(anna, ben, chie).stream()
                .map(Account::id)
                .filter(account -> standing(account) == 0)
                .findFirst()
                .orElseThrow();
        Answer moved = api.as(SATO)
                .post(panel() + "/reassignment", """
                {"applicationId": "%s", "placeId": "place-tsukuba", "reviewer": "%s", "to": "%s"}""".formatted(application.at("/id"), further.at("/reviewer"), third));
        assertThat(moved.at("/assigned/reviewer")).as(moved.text()).isEqualTo(third);
        assertThat(standing(further.at("/reviewer"))).isZero();
        assign();
        assertThat(perApplication(List.of(application))).containsOnly(2);
        assertThat(api.as(SATO)
                        .post(panel() + "/reassignment", """
                                {"applicationId": "%s", "placeId": "place-tsukuba", "reviewer": "%s", "to": "nobody"}""".formatted(application.at("/id"), third))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void namesakeOfTheSameUniversityWaitsForACoordinator() {
        Account bekova =
                new Account("bekova-" + run, "Bekova Saule", "ja", "reviewer", Map.of("organization", TSUKUBA));
        api.as(bekova).get("/api/reviews/counts");
        Account student = Account.student("student-" + run, "Aigerim Bekova", "KZ");
        Answer dossier = api.as(student).get("/api/profile");
        api.as(student)
                .put(
                        "/api/profile",
                        dossier.eTag(),
                        ApplicationsApi.DOSSIER.replace("Nazarbayev University", "University of Tsukuba"));
        Answer application = api.submitted(student, call);
        set(bekova);
        assign();
        assertThat(queue(bekova)).isEmpty();
        Answer flagged = api.as(SATO).get(panel() + "/conflicts");
        assertThat(flagged.at("/items/0/reviewerName")).as(flagged.text()).isEqualTo("Bekova Saule");

        Answer dismissed = api.as(SATO).post(panel() + "/conflicts", """
                {"applicationId": "%s", "reviewer": "%s", "conflict": false}""".formatted(application.at("/id"), bekova.id()));
        assign();

        assertThat(dismissed.at("/state")).isEqualTo("dismissed");
        assertThat(queue(bekova)).containsExactly(application.at("/id"));
    }

    @Test
    void queueShowsWhatIsToDoPageByPage() {
        List<Answer> applications = submitted(3);
        set(anna);
        assign();
        api.review(anna, applications.getFirst(), "\"1\"", 8, 8);

        Answer first = api.as(anna).get("/api/reviews?limit=1&call=" + call);
        Answer second = api.as(anna).get("/api/reviews?limit=1&call=" + call + "&after=" + first.at("/next"));
        Answer counts = api.as(anna).get("/api/reviews/counts");

        assertThat(List.of(first.at("/items/0/applicationId"), second.at("/items/0/applicationId")))
                .containsExactlyInAnyOrder(
                        applications.get(1).at("/id"), applications.get(2).at("/id"));
        assertThat(first.at("/items/0/name")).isNotEmpty();
        assertThat(counts.at("/assigned")).isEqualTo("2");
        assertThat(counts.at("/calls/0/done")).isEqualTo("1");
        assertThat(api.as(anna).get("/api/reviews?state=done&sort=newest").at("/items/0/score"))
                .isEqualTo("80.0");
    }

    @Test
    void nobodyIsAskedForWhatWasWithdrawnAndWhatWasCorrectedIsToReviewAnew() {
        Answer withdrawn = api.submitted(AIGERIM, call);
        Answer corrected = api.submitted(NURLAN, call);
        set(anna);
        assign();
        assertThat(queue(anna)).hasSize(2);

        api.as(AIGERIM).post(path(withdrawn) + "/withdrawal", withdrawn.eTag(), "{}");
        await().atMost(Duration.ofSeconds(20)).until(() -> queue(anna).size() == 1);
        save(anna, corrected, "\"1\"", "{\"scores\": {\"academic\": 7, \"plan\": 7}}");
        assertThat(queue(anna)).isEmpty();
        Answer returned = api.as(SATO)
                .post(
                        path(corrected) + "/return",
                        api.as(SATO).get(path(corrected)).eTag(),
                        "{\"reason\": \"The scan.\", \"until\": \"%s\"}"
                                .formatted(Instant.now().plus(Duration.ofDays(3))));
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        Answer begun = api.as(NURLAN)
                .post(
                        path(corrected) + "/correction",
                        api.as(NURLAN).get(path(corrected)).eTag(),
                        "{}");
        Answer again = api.as(NURLAN).post(path(corrected) + "/submission", begun.eTag(), api.withDossier(NURLAN));
        assertThat(again.status()).as(again.text()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20)).until(() -> queue(anna).equals(List.of(corrected.at("/id"))));
    }

    @Test
    void coordinatorSeesHowFarItIsAndWhereReviewersDiffer() {
        String two = "call-" + UUID.randomUUID();
        api.callIsPublished(CallFixtures.reviewed(CallFixtures.publishedNow(two), 2, false), 1);
        Answer application = api.submitted(AIGERIM, two);
        set(two, anna, ben);
        api.as(SATO).post("/api/reviews/panels/" + two + "/assignment", ALL);
        awaitFinished(two);
        api.review(anna, application, "\"1\"", 9, 9);
        assertThat(api.as(SATO)
                        .get("/api/reviews/panels/" + two + "/spreads")
                        .body()
                        .at("/items"))
                .isEmpty();
        api.review(ben, application, "\"1\"", 6, 6);

        Answer progress = api.as(SATO).get("/api/reviews/panels/" + two + "/progress");
        Answer spreads = api.as(SATO).get("/api/reviews/panels/" + two + "/spreads");

        assertThat(progress.at("/lines/0/othersMean")).as(progress.text()).isEqualTo("60.0");
        assertThat(progress.at("/names/" + anna.id())).isEqualTo(anna.name());
        assertThat(spreads.at("/items/0/applicationId")).isEqualTo(application.at("/id"));
        assertThat(spreads.at("/items/0/spreads/place-tsukuba")).isEqualTo("30.0");
        assertThat(spreads.at("/items/0/student/name")).isEqualTo(AIGERIM.name());
        assertThat(spreads.body().at("/items/0/open")).isEmpty();
    }

    @Test
    void eachReviewerIsToldOnceOfAllThatIsNewAndRemindedOnlyOfWhatIsLeft() {
        submitted(2);
        set(anna, ben);
        assign();

        String assigned = told("assigned");
        assertThat(assigned)
                .containsOnlyOnce("\"" + anna.id() + "\"")
                .containsOnlyOnce("\"" + ben.id() + "\"")
                .contains("\"reviews\":1");
        Answer mine = api.as(anna).get("/api/reviews");
        save(
                anna,
                api.as(anna).get("/api/applications/" + mine.at("/items/0/applicationId")),
                "\"1\"",
                "{\"scores\": {\"academic\": 7, \"plan\": 7}}");

        Answer reminded = api.as(SATO).post(panel() + "/reminder", "{}");

        assertThat(reminded.body().at("/reminded").toString()).isEqualTo("[\"" + ben.id() + "\"]");
        assertThat(told("reminder")).doesNotContain(anna.id());
    }

    @Test
    void reviewersAreToldWhenTheirsAreDueSoon() {
        submitted(2);
        String soon = Instant.now()
                .plus(Duration.ofDays(2))
                .plusSeconds(4)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        Answer set = api.as(SATO).put(panel(), "\"0\"", """
                {"places": [{"placeId": "place-tsukuba", "reviewers": ["%s"]}], "dueBy": "%s"}""".formatted(anna.id(), soon));
        assertThat(set.status()).isEqualTo(200);
        assign();

        assertThat(told("due-soon")).contains(anna.id(), soon, "\"reviews\":2");
    }

    private JsonNode row(Account reader, Answer application) {
        return api.as(reader)
                .get("/api/applications?limit=100&sort=newest")
                .body()
                .at("/items")
                .valueStream()
                .filter(row -> row.get("id").asString().equals(application.at("/id")))
                .findFirst()
                .orElseThrow();
    }

    /** What reviewers of this call are told. */
    private String told(String kind) {
        return text(events.await(
                message -> call.equals(message.key()) && text(message).contains("\"kind\":\"" + kind + "\"")));
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    private List<Answer> submitted(int number) {
        List<Answer> applications = new ArrayList<>(List.of(api.submitted(AIGERIM, call), api.submitted(NURLAN, call)));
        for (int more = 2; more < number; more++) {
            applications.add(
                    api.submitted(Account.student("student-" + more + "-" + run, "Student " + more, "KZ"), call));
        }
        return applications;
    }

    private String panel() {
        return "/api/reviews/panels/" + call;
    }

    private Answer set(Account... reviewers) {
        return set(call, reviewers);
    }

    private Answer set(String callId, Account... reviewers) {
        Answer set = put(callId, "\"0\"", reviewers);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        return set;
    }

    private Answer put(String eTag, Account... reviewers) {
        return put(call, eTag, reviewers);
    }

    private Answer put(String callId, String eTag, Account... reviewers) {
        String accounts =
                List.of(reviewers).stream().map(each -> "\"" + each.id() + "\"").collect(Collectors.joining(", "));
        return api.as(SATO).put("/api/reviews/panels/" + callId, eTag, """
                {"places": [{"placeId": "place-tsukuba", "reviewers": [%s]}], "dueBy": "2099-01-01T00:00:00Z"}""".formatted(accounts));
    }

    private void assign() {
        assertThat(api.as(SATO).post(panel() + "/assignment", ALL).status()).isEqualTo(200);
        awaitFinished();
    }

    private Answer awaitFinished() {
        return awaitFinished(call);
    }

    private Answer awaitFinished(String callId) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.as(SATO).get("/api/reviews/panels/" + callId + "/assignment"),
                        answer -> answer.at("/state").equals("finished"));
    }

    private Answer save(Account reviewer, Answer application, String eTag, String body) {
        return api.as(reviewer).put(path(application) + "/reviews/place-tsukuba", eTag, body);
    }

    private List<String> queue(Account reviewer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row :
                api.as(reviewer).get("/api/reviews?call=" + call).body().at("/items")) {
            ids.add(row.at("/applicationId").asString());
        }
        return ids;
    }

    private List<Integer> perApplication(List<Answer> applications) {
        return applications.stream()
                .map(application -> {
                    List<Document> all = database.getCollection("reviews")
                            .find(Filters.eq("applicationId", application.at("/id")))
                            .into(new ArrayList<>());
                    return (int) all.stream()
                            .filter(review ->
                                    List.of("ASSIGNED", "BEGUN", "DONE").contains(review.getString("state")))
                            .count();
                })
                .toList();
    }

    private List<Integer> perReviewer() {
        return List.of(anna, ben, chie).stream()
                .map(each -> standing(each.id()))
                .filter(number -> number > 0)
                .toList();
    }

    private int standing(String account) {
        return (int) database.getCollection("reviews")
                .countDocuments(Filters.and(
                        Filters.eq("reviewer", account),
                        Filters.eq("callId", call),
                        Filters.in("state", "ASSIGNED", "BEGUN", "DONE")));
    }
}
