package org.yol.applications.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.EventType;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;

class DecisionIT extends AtAnOpenCall {

    @Test
    void lastSeatIsGivenOnceHoweverManyWantIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            String roundCall = call + "-" + round;
            api.callIsOpen(roundCall);
            Answer one = api.submitted(AIGERIM, roundCall);
            Answer other = api.submitted(NURLAN, roundCall);

            List<Integer> answers = AtOnce.of(
                    2,
                    number -> api.decide(number == 0 ? one : other, "\"0\"", "selected")
                            .status());

            assertThat(answers).as("round %d", round).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void seatIsFreeAgainWhenTheDecisionChanges() {
        Answer one = api.submitted(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);
        Answer selected = api.decide(one, "\"0\"", "selected");
        assertThat(api.decide(other, "\"0\"", "selected").status()).isEqualTo(409);

        Answer reserve = api.decide(one, selected.eTag(), "reserve");

        assertThat(reserve.at("/outcome")).isEqualTo("reserve");
        assertThat(api.decide(other, eTag(other), "selected").status()).isEqualTo(200);
    }

    @Test
    void seatOfADeclinedOfferIsFree() {
        Answer offered = api.offered(AIGERIM, call);
        api.as(AIGERIM).post(path(offered) + "/offer/answer", offered.eTag(), "{\"answer\":\"declined\"}");

        assertSomebodyElseGetsTheSeat();
    }

    @Test
    void seatOfWhoWithdrawsIsFreeWithoutAnybodyTellingOfTheDecision() {
        api.decided(AIGERIM, call);
        Answer seen = api.as(AIGERIM).get(path(api.start(AIGERIM, call)));
        assertThat(api.as(AIGERIM)
                        .post(path(seen) + "/withdrawal", seen.eTag(), "{}")
                        .status())
                .isEqualTo(200);

        assertSomebodyElseGetsTheSeat();
    }

    @Test
    void offerStandsAsLongAsItsCallSaysWhereTheCoordinatorNamesNoDate() {
        String stating = "call-" + UUID.randomUUID();
        Instant minute = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MINUTES);
        api.callIsPublished(CallFixtures.answeredBy(stating, minute), 1);
        Answer decided = api.decided(AIGERIM, stating);

        Answer published = api.publish(api.start(AIGERIM, stating), decided.eTag(), "{}");

        // The minute that is stated is taken to its end.
        assertThat(published.at("/answerBy"))
                .isEqualTo(minute.plusSeconds(60).minusMillis(1).toString());
    }

    @Test
    void offerThatNobodyAnswersExpiresAndFreesItsSeat() {
        Answer decided = api.decided(AIGERIM, call);
        Answer application = api.start(AIGERIM, call);
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        api.publish(application, decided.eTag(), "{\"answerBy\":\"" + soon + "\"}");

        // Where no offer was in sight, the next look for one may be 25 s away.
        Awaitility.await()
                .atMost(Duration.ofSeconds(45))
                .until(() -> api.as(AIGERIM).get(path(application)).at("/state").equals("expired"));

        events.await(message -> application.at("/id").equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.offer-expired.v1"));
        Answer late = api.as(AIGERIM)
                .post(
                        path(application) + "/offer/answer",
                        api.as(AIGERIM).get(path(application)).eTag(),
                        "{\"answer\":\"accepted\"}");
        assertThat(late.at("/type")).isEqualTo("urn:yol:problem:offer-expired");
        assertSomebodyElseGetsTheSeat();
    }

    @Test
    void sameEventAHundredTimesAndOutOfOrderFreesNoSeatThatIsTakenSince() {
        Answer decided = api.decided(AIGERIM, call);
        Answer submitted = api.as(AIGERIM).get(path(api.start(AIGERIM, call)));
        Answer withdrawn = api.as(AIGERIM).post(path(submitted) + "/withdrawal", submitted.eTag(), "{}");
        var told = events.await(message -> submitted.at("/id").equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.withdrawn.v1"));
        Answer again = api.as(AIGERIM).post(path(submitted) + "/restart", withdrawn.eTag(), "{}");
        assertThat(api.as(AIGERIM)
                        .post(path(submitted) + "/submission", again.eTag(), api.withDossier(AIGERIM))
                        .status())
                .isEqualTo(200);
        Awaitility.await().until(() -> !outcome(submitted).equals("selected"));
        assertThat(api.decide(submitted, eTag(submitted), "selected").status()).isEqualTo(200);

        String data = new String(told.value(), java.nio.charset.StandardCharsets.UTF_8);
        long seq = Long.parseLong(EventProbe.header(told, "ce_sequence"));
        for (int i = 0; i < 100; i++) {
            events.tell(EventType.APPLICATION_WITHDRAWN, submitted.at("/id"), seq, data);
        }

        Answer other = api.submitted(NURLAN, call);
        Answer started = api.start(Account.student("marker", "Marker", "KZ"), call);
        events.await(message -> started.at("/id").equals(message.key()));
        assertThat(api.decide(other, "\"0\"", "selected").status()).isEqualTo(409);
        assertThat(outcome(submitted)).isEqualTo("selected");
        assertThat(decided.status()).isEqualTo(200);
    }

    @Test
    void ofSeveralEachIsDecidedForItself() {
        Answer one = api.submitted(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);

        // One is named twice, and the last is not there.
        Answer decided =
                several("key-1", row(one, 0, "reserve"), row(other, 0, "selected"), row(one, 7, "reserve"), NOBODYS);

        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.at("/results/1/status")).isEqualTo("done");
        assertThat(decided.at("/results/0/status")).isEqualTo("done");
        assertThat(decided.at("/results/2/problem/type")).isEqualTo("urn:yol:problem:stale-version");
        assertThat(decided.at("/results/3/problem/type")).isEqualTo("urn:yol:problem:not-found");
        assertThat(outcome(other)).isEqualTo("selected");
    }

    @Test
    void severalDecisionsThatAreSentAgainDecideNothingTwice() {
        Answer one = api.submitted(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);
        String[] first = {row(one, 0, "selected"), row(other, 0, "reserve")};
        Answer decided = several("first", first);
        long version = version(one);

        assertThat(several("first", first).text()).isEqualTo(decided.text());
        assertThat(version(one)).isEqualTo(version);

        // Of later decisions nothing but the key tells that they come again.
        String[] second = {row(one, version, "reserve"), row(other, version(other), "selected")};
        several("second", second);
        long then = version(one);
        assertThat(several("second", second).at("/results/0/status")).isEqualTo("done");
        assertThat(version(one)).isEqualTo(then);
        assertThat(several("second", row(one, then, "selected")).at("/results/0/problem/type"))
                .isEqualTo("urn:yol:problem:idempotency-key-reused");
    }

    @Test
    void whoDecidesTheSameRowsAtOnceDecidesEachOnce() throws Exception {
        Answer one = api.submitted(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);

        List<Answer> answers = AtOnce.of(
                64,
                number -> several(
                        "coordinator-" + number,
                        row(one, 0, "reserve", "For the reason " + number),
                        row(other, 0, "not-selected", "For the reason " + number)));

        for (int row = 0; row < 2; row++) {
            String status = "/results/" + row + "/status";
            assertThat(answers.stream().filter(answer -> answer.at(status).equals("done")))
                    .hasSize(1);
        }
        assertThat(version(one)).isEqualTo(1);
        assertThat(version(other)).isEqualTo(1);
    }

    @Test
    void severalArePublishedEachForItselfAndWhyNotIsSaid() {
        Answer one = api.submitted(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);
        several("decided", row(one, 0, "not-selected"));

        Answer published = api.as(SATO).post("/api/applications/decisions/publication", """
                        {"applications": [{"applicationId": "%s", "version": %d}, {"applicationId": "%s", "version": 0}]}""".formatted(
                        one.at("/id"), version(one), other.at("/id")));

        assertThat(published.at("/results/0/status")).isEqualTo("done");
        assertThat(published.at("/results/1/problem/type")).isEqualTo("urn:yol:problem:decision-missing");
        assertThat(published.at("/results/1/problem/detail")).isNotBlank();
        assertThat(api.as(AIGERIM).get(path(one)).at("/state")).isEqualTo("not-selected");
    }

    private static final String NOBODYS =
            "{\"applicationId\": \"kz-0\", \"version\": 0, \"outcome\": \"reserve\", \"reason\": \"None.\"}";

    private Answer several(String key, String... rows) {
        return api.as(SATO)
                .send(
                        HttpMethod.POST,
                        "/api/applications/decisions",
                        null,
                        call + key,
                        "{\"decisions\": [" + String.join(",", rows) + "]}");
    }

    private static String row(Answer application, long version, String outcome) {
        return row(application, version, outcome, "Strong.");
    }

    private static String row(Answer application, long version, String outcome, String reason) {
        return """
                {"applicationId": "%s", "version": %d, "outcome": "%s", "placeId": "place-tsukuba", "reason": "%s"}""".formatted(application.at("/id"), version, outcome, reason);
    }

    private long version(Answer application) {
        return Long.parseLong(api.as(SATO).get(path(application) + "/decision").at("/version"));
    }

    @Test
    void crashBetweenTheDecisionAndItsSeatIsMadeGood(@Autowired MongoDatabase database) {
        Answer one = api.submitted(AIGERIM, call);
        api.decide(one, "\"0\"", "reserve");
        // As it is written when the process dies right after: wanted, scheduled, and no seat taken.
        database.getCollection("decisions")
                .updateOne(
                        Filters.eq("_id", one.at("/id")),
                        Updates.combine(
                                Updates.set(
                                        "seating.wanted",
                                        new org.bson.Document("outcome", "SELECTED")
                                                .append("placeId", "place-tsukuba")
                                                .append("reason", "Strong.")
                                                .append("by", "sato")
                                                .append("at", new java.util.Date())),
                                Updates.inc("version", 1L),
                                Updates.set(
                                        "due.seating",
                                        new org.bson.Document("due", new java.util.Date())
                                                .append("since", new java.util.Date())
                                                .append("attempts", 0))));

        Awaitility.await().until(() -> outcome(one).equals("selected"));

        Answer other = api.submitted(NURLAN, call);
        assertThat(api.decide(other, "\"0\"", "selected").status()).isEqualTo(409);
    }

    @Test
    void refusedSelectionSentAgainIsNotAnsweredAsIfItStood() {
        api.decided(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);
        assertThat(api.decide(other, "\"0\"", "selected").status()).isEqualTo(409);

        assertThat(api.decide(other, "\"0\"", "selected").status()).isEqualTo(412);
        assertThat(outcome(other)).isEmpty();
    }

    @Test
    void decisionSentTwiceIsAnsweredTwice() {
        Answer submitted = api.submitted(AIGERIM, call);

        assertThat(api.decide(submitted, "\"0\"", "selected").status()).isEqualTo(200);
        assertThat(api.decide(submitted, "\"0\"", "selected").at("/outcome")).isEqualTo("selected");
    }

    @Test
    void decisionThatMeetsAWithdrawalKeepsNoSeat(@Autowired MongoDatabase database) {
        Answer one = api.submitted(AIGERIM, call);
        assertThat(api.as(AIGERIM)
                        .post(path(one) + "/withdrawal", one.eTag(), "{}")
                        .status())
                .isEqualTo(200);
        // As a coordinator's request writes it that has read the application just before.
        database.getCollection("decisions").insertOne(org.bson.Document.parse("""
                        {_id: '%s', version: NumberLong(1), storedForm: 1, callId: '%s', provider: 'jica-jice',
                         basis: {submission: '%s', version: NumberLong(%d)},
                         seating: {wanted: {outcome: 'SELECTED', placeId: 'place-tsukuba', reason: 'x', by: 'sato',
                           at: {$date: '2026-11-25T00:00:00Z'}}, frees: []},
                         outbox: [], requests: [],
                         due: {seating: {due: {$date: '2026-11-25T00:00:00Z'}, since: {$date: '2026-11-25T00:00:00Z'},
                           attempts: 0}}}""".formatted(
                        one.at("/id"),
                        call,
                        one.at("/receipt/id"),
                        one.body().at("/version").asLong())));

        Awaitility.await()
                .until(() -> database.getCollection("decisions")
                                .find(Filters.and(
                                        Filters.eq("_id", one.at("/id")),
                                        Filters.exists("seating.wanted", false),
                                        Filters.exists("due.seating", false)))
                                .first()
                        != null);
        assertSomebodyElseGetsTheSeat();
    }

    @Test
    void publishingTwiceTellsOnce() {
        Answer decided = api.decided(AIGERIM, call);
        Answer application = api.start(AIGERIM, call);

        assertThat(api.publish(application, decided.eTag(), "{}").status()).isEqualTo(200);
        assertThat(api.publish(application, decided.eTag(), "{}").status()).isEqualTo(412);

        Answer seen = api.as(AIGERIM).get(path(application));
        assertThat(seen.at("/state")).isEqualTo("offered");
        assertThat(seen.at("/offer/placeName")).isEqualTo("University of Tsukuba");
        assertThat(seen.body()
                        .at("/timeline")
                        .valueStream()
                        .filter(step -> step.at("/state").asString().equals("offered")))
                .hasSize(1);
    }

    private String outcome(Answer application) {
        return api.as(SATO).get(path(application) + "/decision").at("/outcome");
    }

    private String eTag(Answer application) {
        return api.as(SATO).get(path(application) + "/decision").eTag();
    }

    private void assertSomebodyElseGetsTheSeat() {
        Answer other = api.submitted(NURLAN, call);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            Answer known = api.as(SATO).get(path(other) + "/decision");
            String version = known.status() == 404 ? "\"0\"" : known.eTag();
            return api.decide(other, version, "selected").status() == 200;
        });
    }
}
