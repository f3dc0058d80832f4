package org.yol.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteApplication;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.store.DurableBackend;

class StartWithoutPartsIT {

    @Test
    void serviceStartsWithNothingAroundItAndRecoversByItself() throws IOException {
        int storePort = freePort();
        try (ConfigurableApplicationContext service = start(storePort)) {
            int port = ((WebServerApplicationContext) service).getWebServer().getPort();
            Api anybody = Api.asAnybody(port);

            assertThat(anybody.get("/livez").status()).isEqualTo(200);
            Answer notReady = anybody.get("/readyz");
            assertThat(notReady.status()).isEqualTo(503);
            assertThat(notReady.at("/components/mongo/status")).isEqualTo("DOWN");
            assertUnavailable(anybody.get("/api/notes/n-1"));
            // Without the provider's keys nobody can say whether a token is good.
            assertUnavailable(
                    Api.withToken("eyJhbGciOiJSUzI1NiJ9.e30.AAAA", port).get("/api/notes/caller"));

            MongoServer store = new MongoServer(DurableBackend.openInMemory());
            store.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), storePort));
            try {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> anybody.get("/readyz").status() == 200);
                assertThat(anybody.get("/readyz").at("/status")).isEqualTo("DEGRADED");
                assertThat(anybody.get("/readyz").at("/components/kafka/status"))
                        .isEqualTo("DEGRADED");
                write(service);
                assertThat(anybody.get("/api/notes/n-1").status()).isEqualTo(200);
            } finally {
                store.shutdownNow();
            }
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:yol:problem:service-unavailable");
        assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    /** Commands are taken while the broker is away: their events wait. */
    @SuppressWarnings("unchecked")
    private static void write(ConfigurableApplicationContext service) {
        AggregateCollection<Note> notes = service.getBean(AggregateCollection.class);
        notes.insert(Note.blank("n-1", 1).written(), new RequestIdentity("key", "digest"));
    }

    private static ConfigurableApplicationContext start(int storePort) throws IOException {
        return new SpringApplicationBuilder(NoteApplication.class)
                .properties("spring.config.name=note")
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=mongodb://localhost:" + storePort,
                        "--spring.kafka.bootstrap-servers=kafka.invalid:9092",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost:" + freePort());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
