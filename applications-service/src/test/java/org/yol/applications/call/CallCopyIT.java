package org.yol.applications.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.applications.ApplicationsApi;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class CallCopyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final EventProbe events = EventProbe.listeningTo();
    private final String first = "call-" + UUID.randomUUID();
    private final String second = "call-" + UUID.randomUUID();

    @Autowired
    private Calls calls;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private ApplicationsApi api;

    @BeforeEach
    void callsAreOpen(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        tell(CallFixtures.publishedNow(first), 1);
        tell(CallFixtures.publishedNow(second), 1);
        await().atMost(SOON).until(() -> calls.get(List.of(first, second)).size() == 2);
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void thatIsDroppedIsThereAgainAfterAStartAndTheServiceWorks() {
        listeners.stop();
        database.getCollection("calls").drop();
        assertThat(calls.find(first)).isEmpty();
        assertThat(calls.get(List.of(first, second))).isEmpty();

        listeners.start();

        await().atMost(SOON).until(() -> calls.get(List.of(first, second)).size() == 2);
        assertThat(api.submitted(AIGERIM, second).at("/state")).isEqualTo("submitted");
    }

    @Test
    void laterWordsOnACallStandAfterAStart() {
        tell(CallFixtures.published(first, CallFixtures.OPENS, CallFixtures.CLOSES), 2);
        await().atMost(SOON).until(() -> calls.get(first).closes().equals(CallFixtures.CLOSES));

        listeners.stop();
        database.getCollection("calls").drop();
        listeners.start();

        await().atMost(SOON)
                .until(() -> calls.find(first)
                        .map(Call::closes)
                        .filter(CallFixtures.CLOSES::equals)
                        .isPresent());
        assertThat(calls.get(first).seq()).isEqualTo(2);
    }

    @Test
    void keptByAnOlderReleaseIsReadWithWhatItLacksAsNothing() {
        String old = "call-" + UUID.randomUUID();
        database.getCollection("calls")
                .insertOne(new Document("_id", old).append("seq", 3L).append("zone", "Asia/Bishkek"));

        Call read = calls.get(old);

        assertThat(read.rankAtMost()).isZero();
        assertThat(read.places()).isEmpty();
        assertThat(calls.get(List.of(old, first))).containsEntry(old, read).containsKey(first);
    }

    @Test
    void thatLacksACallLeavesItsFactsOutOfItsRowOnly() {
        Answer told = api.submitted(AIGERIM, first);
        Answer forgotten = api.submitted(AIGERIM, second);
        database.getCollection("calls").deleteOne(Filters.eq("_id", second));

        Answer list = api.as(AIGERIM).get("/api/applications?limit=2");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/items/1/id")).isEqualTo(told.at("/id"));
        assertThat(list.at("/items/1/places/0/id")).isEqualTo("place-tsukuba");
        JsonNode row = list.body().at("/items/0");
        assertThat(row.at("/id").asString()).isEqualTo(forgotten.at("/id"));
        assertThat(row.at("/state").asString()).isEqualTo("submitted");
        assertThat(row.at("/programmeTitle/en").asString()).isEqualTo("JDS");
        assertThat(row.propertyNames()).doesNotContain("places", "opens", "closes", "zone");
        assertThat(api.as(SATO).get("/api/applications?callId=" + second).at("/items/0/id"))
                .isEqualTo(forgotten.at("/id"));
        Answer one = api.as(AIGERIM).get(path(forgotten));
        assertThat(one.at("/receipt/id")).isEqualTo(forgotten.at("/receipt/id"));
        assertThat(one.body().has("closes")).isFalse();
        assertThat(api.as(AIGERIM)
                        .post(path(forgotten) + "/withdrawal", one.eTag(), "{}")
                        .status())
                .isEqualTo(200);
    }

    private void tell(CallPublished call, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                call.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(call));
    }
}
