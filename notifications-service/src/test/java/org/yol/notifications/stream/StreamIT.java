package org.yol.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.offered;
import static org.yol.notifications.message.MessageFixtures.submitted;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.platform.test.RealParts;

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
    void oneWindowTooManyEndsTheOldestWhichComesBackLate() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("en", port);
        List<BrowserWindow> windows = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                windows.add(BrowserWindow.of(student.account(), port));
                windows.getLast().linesUntil(":connected", SOON);
            }
            windows.add(BrowserWindow.of(student.account(), port));
            windows.getLast().linesUntil(":connected", SOON);

            assertThat(windows.getFirst().linesUntil("ended", SOON)).contains("retry:60000");
            applications.tell(submitted(application, student.id()), 2);
            for (BrowserWindow window : windows.subList(1, 6)) {
                window.linesUntil("data:", SOON);
            }
        } finally {
            windows.forEach(BrowserWindow::close);
        }
    }

    @Test
    void manyWindowsOfOneAccountLeaveEverybodyElseAlone() throws IOException, InterruptedException {
        Person student = Person.knownSpeaking("en", port);
        Person other = Person.knownSpeaking("en", port);
        List<Socket> windows = new ArrayList<>();
        try (var patient = BrowserWindow.of(other.account(), port)) {
            patient.linesUntil(":connected", SOON);
            for (int i = 0; i < 500; i++) {
                windows.add(idleWindow(student));
            }
            Awaitility.await().atMost(SOON).until(() -> streams.count() <= 6);

            applications.tell(submitted(application, other.id()), 2);
            patient.linesUntil("data:", SOON);
        } finally {
            for (Socket window : windows) {
                window.close();
            }
        }
    }

    @Test
    void oneMoreThanAReplicaHoldsIsSentAwayForAWhile() throws IOException, InterruptedException {
        List<Socket> windows = new ArrayList<>();
        try {
            Awaitility.await().atMost(SOON).until(() -> {
                windows.add(idleWindow(Person.speaking("en", port)));
                return streams.count() == 40;
            });
            try (var late = BrowserWindow.of(Person.knownSpeaking("en", port).account(), port)) {
                assertThat(late.response().statusCode()).isEqualTo(503);
                assertThat(late.response().headers().firstValue("Retry-After")).contains("5");
                assertThat(late.response().headers().firstValue("Content-Type")).contains("application/problem+json");
            }
        } finally {
            for (Socket window : windows) {
                window.close();
            }
        }
        Awaitility.await().atMost(SOON).until(() -> streams.count() == 0);
    }

    @Test
    void windowThatReadsNothingIsEnded() throws IOException {
        Person student = Person.knownSpeaking("en", port);
        try (Socket _ = idleWindow(student)) {
            Awaitility.await().atMost(SOON).until(() -> streams.isListening(student.id()));
            String much = "x".repeat(500_000);

            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> {
                streams.push(student.id(), () -> SseEmitter.event().comment(much));
                return !streams.isListening(student.id());
            });
        }
    }

    private Socket idleWindow(Person student) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /api/notifications/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                + "Authorization: Bearer " + RealParts.issuer().token(student.account()) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
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
