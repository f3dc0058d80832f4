package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.SATO;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

/** Sixty-four people who press their buttons in the same moment, as before every deadline. */
@ServiceTest
class AtOnceIT {

    private static final int MANY = 64;
    private static final int SEATS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
    private final String call = "call-" + UUID.randomUUID();
    private ApplicationsApi api;

    @BeforeEach
    void callIsOpen(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        api.callIsPublished(CallFixtures.publishedNow(call, SEATS), 1);
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void studentsOfOneCallAllGetAReceiptAndEachIsToldOnce() throws Exception {
        List<Account> students = students();

        List<Answer> submitted = AtOnce.of(MANY, number -> api.submitted(students.get(number), call));

        assertThat(submitted).extracting(answer -> answer.at("/receipt/id")).doesNotHaveDuplicates();
        Set<String> ids = ids(submitted);
        assertThat(ids).hasSize(MANY);
        awaitTold("started", ids);
        awaitTold("submitted", ids);
        assertThat(told("submitted", ids)).hasSize(MANY);
    }

    @Test
    void placeWithThreeSeatsIsGivenThreeTimes() throws Exception {
        List<Account> students = students();
        List<Answer> submitted = AtOnce.of(MANY, number -> api.submitted(students.get(number), call));

        List<Answer> decided = AtOnce.of(
                MANY,
                number -> api.as(Account.coordinator("sato-" + number, "jica-jice"))
                        .put(path(submitted.get(number)) + "/decision", "\"0\"", """
                        {"outcome": "selected", "placeId": "place-tsukuba", "reason": "Strong."}"""));

        assertThat(decided)
                .extracting(Answer::status)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(SEATS);
        assertThat(decided)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.at("/type")).isEqualTo("urn:yol:problem:no-seats-left"));
        Set<String> selected = new HashSet<>();
        for (Answer application : submitted) {
            Answer stands = api.as(SATO).get(path(application) + "/decision");
            assertThat(stands.at("/waiting")).isEqualTo("false");
            if (stands.at("/outcome").equals("selected")) {
                selected.add(application.at("/id"));
            }
        }
        assertThat(selected).hasSize(SEATS);
    }

    @Test
    void reviewersOfOneApplicationNeverCollideAndItsStudentSeesOneStep() throws Exception {
        Answer submitted = api.submitted(AIGERIM, call);

        List<Answer> reviews = AtOnce.of(
                MANY,
                number -> api.review(
                        Account.reviewer("tanaka-" + number, "jp-university-of-tsukuba"),
                        submitted,
                        "\"0\"",
                        number % 2 == 0 ? 10 : 0,
                        5));

        assertThat(reviews).extracting(Answer::status).containsOnly(200);
        // Half of them give 80 of 100, half 20.
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(api.as(SATO)
                                .get("/api/applications?callId=" + call)
                                .at("/items/0/scores/place-tsukuba"))
                        .startsWith("50"));
        Answer seen = api.as(SATO).get(path(submitted));
        assertThat(seen.body().at("/reviews")).hasSize(MANY);
        assertThat(seen.body().at("/timeline")).hasSize(3);
        assertThat(seen.body().at("/version").asLong())
                .isEqualTo(submitted.body().at("/version").asLong() + 1);
        Set<String> ids = Set.of(submitted.at("/id"));
        awaitTold("review-begun", ids);
        assertThat(told("review-begun", ids)).hasSize(1);
    }

    @Test
    void submitPressedManyTimesGivesOneReceipt() throws Exception {
        Answer complete = api.complete(AIGERIM, call);
        String key = UUID.randomUUID().toString();
        String withDossier = api.withDossier(AIGERIM);

        List<Answer> pressed = AtOnce.of(
                MANY,
                _ -> api.as(AIGERIM)
                        .send(HttpMethod.POST, path(complete) + "/submission", complete.eTag(), key, withDossier));

        assertThat(pressed).extracting(Answer::status).containsOnly(200);
        assertThat(pressed)
                .extracting(answer -> answer.at("/receipt/id"))
                .containsOnly(pressed.getFirst().at("/receipt/id"));
        Set<String> ids = Set.of(complete.at("/id"));
        awaitTold("submitted", ids);
        assertThat(told("submitted", ids)).hasSize(1);
    }

    private static List<Account> students() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> Account.student("student-" + UUID.randomUUID(), "Student " + number, "KZ"))
                .toList();
    }

    private static Set<String> ids(Collection<Answer> applications) {
        Set<String> ids = new HashSet<>();
        applications.forEach(application -> ids.add(application.at("/id")));
        return ids;
    }

    private void awaitTold(String what, Set<String> ids) {
        Awaitility.await().atMost(SOON).until(() -> new HashSet<>(told(what, ids)).containsAll(ids));
    }

    /** Whose event that was, as often as it was told. */
    private List<String> told(String what, Set<String> ids) {
        return events.poll().stream()
                .filter(message -> EventProbe.header(message, "ce_type").equals("org.yol.application." + what + ".v1"))
                .map(ConsumerRecord::key)
                .filter(ids::contains)
                .toList();
    }
}
