package org.yol.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.yol.platform.note.NoteApplication;
import org.yol.platform.test.Api;
import org.yol.platform.test.RealParts;

class StoreOfAnotherReleaseIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final MongoClient client = MongoClients.create(RealParts.mongodbAddress());
    private final MongoDatabase store =
            client.getDatabase("test_" + UUID.randomUUID().toString().substring(0, 8));

    @AfterEach
    void close() {
        store.drop();
        client.close();
    }

    @Test
    void serviceSaysWhatToDoAndIsReadyAsSoonAsItIsDone() {
        store.getCollection("notes").insertOne(Document.parse("""
                {_id: 'n-1', version: {$numberLong: '2'}, text: 'Bring the diploma', rank: 1, stamps: [],
                 outbox: [], requests: []}"""));
        try (ConfigurableApplicationContext service = start()) {
            Api anybody = Api.asAnybody(
                    ((WebServerApplicationContext) service).getWebServer().getPort());

            await().atMost(SOON).until(() -> anybody.get("/readyz").status() == 503);
            assertThat(anybody.get("/livez").status()).isEqualTo(200);
            assertThat(anybody.get("/readyz").at("/components/mongo/details/" + store.getName() + ".notes"))
                    .contains("Start with an empty store")
                    .contains("./run --fresh");

            store.getCollection("notes").deleteMany(new Document());

            await().atMost(SOON).until(() -> anybody.get("/readyz").status() == 200);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(NoteApplication.class)
                .properties("spring.config.name=note")
                .run(
                        "--server.port=0",
                        "--yol.database=" + store.getName(),
                        "--spring.mongodb.uri=" + RealParts.mongodbAddress(),
                        "--spring.kafka.bootstrap-servers=" + RealParts.kafkaAddress(),
                        "--spring.kafka.consumer.group-id=" + store.getName(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + RealParts.issuer().uri());
    }
}
