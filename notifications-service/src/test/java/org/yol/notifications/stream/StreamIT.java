package org.yol.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.offered;
import static org.yol.notifications.message.MessageFixtures.submitted;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;

@NotificationsTest
class StreamIT {

    private static final Logger LOG = LoggerFactory.getLogger(StreamIT.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Applications applications = new Applications();
    private final String application = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    @Autowired
    private OpenStreams streams;

    @BeforeEach
    void broadcastIsHeard(@Autowired KafkaListenerEndpointRegistry listeners) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> listeners
                                .getListenerContainer("message-broadcast")
                                .getAssignedPartitions()
                                .size()
                        == 3);
    }

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void messageAppearsInEveryWindowOfItsReaderAndInNobodyElses() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("ja", port);
        Person other = Person.knownSpeaking("en", port);
        try (var laptop = BrowserWindow.of(student.account(), port);
                var phone = BrowserWindow.of(student.account(), port);
                var elsewhere = BrowserWindow.of(other.account(), port)) {
            applications.tell(submitted(application, student.id()), 2);

            var heard = laptop.linesUntil("data:", SOON);
            assertThat(phone.linesUntil("data:", SOON)).contains(heard.getLast());
            assertThat(heard.getLast()).contains("\"title\":\"応募を受け付けました：研究留学生 2027\"");
            String id = student.inboxOf(1).getFirst().at("/id").asString();
            assertThat(heard).contains("event:message", "id:" + id);

            applications.tell(offered(application, other.id()), 3);
            assertThat(elsewhere.linesUntil("data:", SOON).getLast())
                    .contains("Congratulations")
                    .doesNotContain("応募");
        }
    }

    @Test
    void connectionIsOpenAtOnceAndShowsSignsOfLife() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("en", port);
        try (var window = BrowserWindow.of(student.account(), port)) {
            assertThat(window.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            window.linesUntil(":connected", SOON);
            window.linesUntil(":", SOON);
        }
    }

    @Test
    void connectionThatIsGoneIsForgotten() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("en", port);
        try (var window = BrowserWindow.of(student.account(), port)) {
            window.linesUntil(":connected", SOON);
            assertThat(streams.isListening(student.id())).isTrue();
        }
        Awaitility.await().atMost(SOON).until(() -> !streams.isListening(student.id()));
    }

    @Test
    void connectionsEndWhenSomethingMayHaveBeenMissed() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("en", port);
        try (var window = BrowserWindow.of(student.account(), port)) {
            window.linesUntil(":connected", SOON);
            streams.endAll();
            window.linesUntil("ended", SOON);
        }
    }

    @Test
    void messageIsSeenWithinASecondOfItsEvent() throws IOException, InterruptedException {
        int rounds = 100;
        long[] millis = new long[rounds];
        Person student = Person.knownSpeaking("en", port);
        try (var window = BrowserWindow.of(student.account(), port)) {
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                applications.tell(submitted(application, student.id()), round);
                window.linesUntil("data:", SOON);
                millis[round] = (System.nanoTime() - start) / 1_000_000;
            }
        }
        Arrays.sort(millis);
        LOG.info("Event to browser: median {} ms, p99 {} ms", millis[rounds / 2], millis[rounds * 99 / 100 - 1]);

        assertThat(millis[rounds * 99 / 100 - 1]).isLessThan(1_000);
    }
}
