package org.yol.applications.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.applications.ApplicationsApi;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.platform.test.Account;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;
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
        assertThat(api.submitted(Account.AIGERIM, second).at("/state")).isEqualTo("submitted");
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

    private void tell(CallPublished call, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                call.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(call));
    }
}
