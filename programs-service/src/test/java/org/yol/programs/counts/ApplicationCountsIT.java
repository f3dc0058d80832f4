package org.yol.programs.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;
import static org.yol.programs.ProgrammeJson.complete;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ProgramsTest
class ApplicationCountsIT {

    @LocalServerPort
    int port;

    final EventProbe events = EventProbe.listeningTo(Topics.PROGRAMS);
    ProgramsApi api;
    String callId;

    @BeforeEach
    void aCallIsPublic() {
        api = new ProgramsApi(port);
        callId = api.published(SATO, complete()).at("/calls/0/id");
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void countsWhatAnOlderReleaseKeptWithoutAState(@Autowired MongoDatabase database) {
        database.getCollection("application_states")
                .insertOne(new Document("_id", application()).append("callId", callId));
        tell(EventType.APPLICATION_STARTED, application(), 1);

        awaitCounts(2, 1);
    }

    @Test
    void countsWhatAnOlderReleaseKeptBeforeAnythingIsToldAgain(@Autowired MongoDatabase database) {
        String submitted = application();
        database.getCollection("application_states")
                .insertMany(List.of(
                        new Document("_id", submitted)
                                .append("seq", 2L)
                                .append("callId", callId)
                                .append("state", "SUBMITTED"),
                        new Document("_id", application())
                                .append("seq", 1L)
                                .append("callId", callId)
                                .append("state", "DRAFT")));

        assertCounts(2, 1);

        tell(EventType.APPLICATION_WITHDRAWN, submitted, 3);
        awaitCounts(2, 0);
    }

    @Test
    void countsWhatIsBegunAndWhatIsHandedIn() {
        String first = application();
        String second = application();
        String third = application();
        tell(EventType.APPLICATION_STARTED, first, 1);
        tell(EventType.APPLICATION_STARTED, second, 1);
        tell(EventType.APPLICATION_STARTED, third, 1);
        tell(EventType.APPLICATION_SUBMITTED, first, 5);
        tell(EventType.APPLICATION_SUBMITTED, second, 3);
        tell(EventType.APPLICATION_WITHDRAWN, second, 4);

        awaitCounts(3, 1);
        assertThat(api.as(SATO).get("/api/programs?mine=true&limit=100").text())
                .contains("\"counts\":{\"started\":3,\"submitted\":1}");
    }

    @Test
    void anEventToldTwiceCountsOnce() {
        String application = application();
        tell(EventType.APPLICATION_STARTED, application, 1);
        tell(EventType.APPLICATION_SUBMITTED, application, 2);
        tell(EventType.APPLICATION_SUBMITTED, application, 2);
        tell(EventType.APPLICATION_STARTED, application, 1);
        tellOneMoreBehind(application);

        awaitCounts(2, 1);
    }

    @Test
    void manyAtOnceAreAllCountedAndWhatCannotBeReadIsPassedOver() {
        for (int number = 0; number < 300; number++) {
            String application = application();
            tell(EventType.APPLICATION_STARTED, application, 1);
            if (number % 100 == 50) {
                events.tell(EventType.APPLICATION_STARTED, application, 2, "{\"application\": 5}");
                events.tell(EventType.APPLICATION_STARTED, application, 2, "{\"application\": null}");
            }
            if (number % 3 == 0) {
                tell(EventType.APPLICATION_SUBMITTED, application, 3);
            }
        }

        awaitCounts(300, 100);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        String application = application();
        tell(EventType.APPLICATION_WITHDRAWN, application, 3);
        tell(EventType.APPLICATION_SUBMITTED, application, 2);
        tell(EventType.APPLICATION_STARTED, application, 1);
        tellOneMoreBehind(application);

        awaitCounts(2, 0);
    }

    @Test
    void thePageHasAnotherETagWhenItsCountsChange() {
        String path = "/api/calls/" + callId;
        Answer before = api.asAnybody().get(path);
        for (int number = 0; number < 5; number++) {
            tell(EventType.APPLICATION_STARTED, application(), 1);
        }
        awaitCounts(5, 0);

        assertThat(api.asAnybody().get(path, "If-None-Match", before.eTag()).status())
                .isEqualTo(200);
        assertThat(api.asAnybody()
                        .get(path, "If-None-Match", api.asAnybody().get(path).eTag())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void everybodyElseReadsMultiplesOfFiveAlwaysTheSame() {
        for (int number = 0; number < 8; number++) {
            tell(EventType.APPLICATION_SUBMITTED, application(), 2);
        }
        awaitCounts(8, 8);

        String known = publicCounts(api.asAnybody());
        assertThat(known).isIn("{\"started\":5,\"submitted\":5}", "{\"started\":10,\"submitted\":10}");
        assertThat(publicCounts(api.as(KARIMOV))).isEqualTo(known);
        assertThat(publicCounts(api.as(TANAKA))).isEqualTo(known);
        assertThat(publicCounts(api.as(AUDITOR))).isEqualTo("{\"started\":8,\"submitted\":8}");
        assertThat(api.asAnybody().get("/api/programs?limit=100").text()).contains("\"counts\":" + known);
    }

    @Test
    void whoTookItBackAfterTheCloseHasApplied() {
        String before = application();
        String after = application();
        Instant closes = OffsetDateTime.parse(
                        api.asAnybody().get("/api/calls/" + callId).at("/closes"))
                .toInstant();
        for (String application : List.of(before, after)) {
            tell(EventType.APPLICATION_SUBMITTED, application, 2);
        }
        events.tell(EventType.APPLICATION_WITHDRAWN, before, 3, event(EventType.APPLICATION_WITHDRAWN, before, closes));
        events.tell(
                EventType.APPLICATION_WITHDRAWN,
                after,
                3,
                event(EventType.APPLICATION_WITHDRAWN, after, closes.plus(Duration.ofMinutes(1))));

        awaitCounts(2, 1);
    }

    @Test
    void toldAgainItIsCountedForItsCountryThoughAnOlderReleaseKeptNone(@Autowired MongoDatabase database) {
        String application = application();
        database.getCollection("application_states")
                .insertOne(new Document("_id", application)
                        .append("seq", 4L)
                        .append("callId", callId)
                        .append("state", "UNDER_REVIEW"));
        assertCounts(1, 1);
        assertThat(countries(database)).isEqualTo(Map.of("ZZ", 1));

        tell(EventType.APPLICATION_TOLD_AGAIN, application, 4);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(countries(database)).isEqualTo(Map.of("ZZ", 0, "KG", 1)));
        assertCounts(1, 1);
    }

    private Map<String, Integer> countries(MongoDatabase database) {
        Document countries = database.getCollection("country_counts")
                .find(new Document("_id", callId))
                .first()
                .get("countries", Document.class);
        return countries.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        country -> countries.get(country, Document.class).getInteger("applied")));
    }

    private String publicCounts(Api reader) {
        return reader.get("/api/calls/" + callId).body().at("/counts").toString();
    }

    /** Tells of one more draft behind the events of another application: once it counts, those have been heard. */
    private void tellOneMoreBehind(String applicationId) {
        String json = event(EventType.APPLICATION_STARTED, application());
        events.tell(EventType.APPLICATION_STARTED, applicationId, 1, json);
    }

    private static String application() {
        return UUID.randomUUID().toString();
    }

    private void tell(EventType type, String applicationId, long seq) {
        events.tell(type, applicationId, seq, event(type, applicationId));
    }

    private String event(EventType type, String applicationId) {
        return event(type, applicationId, Instant.now());
    }

    private String event(EventType type, String applicationId, Instant since) {
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(type));
        // Of no exchange.
        ((ObjectNode) event.at("/application"))
                .putNull("homeHostId")
                .put("applicationId", applicationId)
                .put("callId", callId)
                .put("since", since.toString());
        return event.toString();
    }

    private void awaitCounts(int started, int submitted) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertCounts(started, submitted));
    }

    private void assertCounts(int started, int submitted) {
        assertThat(api.as(SATO).get("/api/calls/" + callId).body().at("/counts").toString())
                .isEqualTo("{\"started\":%d,\"submitted\":%d}".formatted(started, submitted));
    }
}
