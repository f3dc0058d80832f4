package org.yol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

@NoteTest
class OperationsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private AggregateCollection<Note> notes;

    @Test
    void livenessAsksNothingOfTheOutside() {
        Answer live = Api.asAnybody(port).get("/livez");

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.body().path("components").propertyNames()).containsExactly("livenessState");
    }

    @Test
    void readinessAsksTheStoreAndTheBroker() {
        Answer ready = Api.asAnybody(port).get("/readyz");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.at("/status")).isEqualTo("UP");
        assertThat(ready.body().path("components").propertyNames())
                .containsExactlyInAnyOrder("readinessState", "mongo", "kafka");
    }

    @Test
    void nothingElseIsExposed() {
        assertThat(Api.asAnybody(port).get("/actuator/env").status()).isEqualTo(404);
        assertThat(Api.asAnybody(port).get("/actuator/heapdump").status()).isEqualTo(404);
    }

    @Test
    void indexesAreCreatedInTheBackground() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(notes.stored().listIndexes().into(new ArrayList<Document>()))
                        .extracting(index -> index.getString("name"))
                        .contains("rank_1__id_1", "outbox.time_1"));
    }

    @Test
    void descriptionShowsWhatThePlatformReadsFromTheRequest() {
        Answer description = Api.asAnybody(port).get("/v3/api-docs");

        assertThat(description.at("/openapi")).startsWith("3.1");
        assertThat(description
                        .body()
                        .at("/paths/~1api~1notes~1{id}~1stamps/post/parameters")
                        .values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match", "Idempotency-Key");
        assertThat(description.body().at("/paths/~1api~1notes/get/parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("fromRank", "limit", "after");
        assertThat(description.body().path("paths").has("/error")).isFalse();
    }

    @Test
    void descriptionOffersEveryWordButTheOneForUnknownOnes() {
        Answer description = Api.asAnybody(port).get("/v3/api-docs");

        assertThat(description
                        .body()
                        .at("/components/schemas/NoteRequest/properties/level/enum")
                        .values())
                .extracting(word -> word.asString())
                .contains("bachelor", "training")
                .doesNotContain("unknown");
        assertThat(description
                        .body()
                        .at("/paths/~1api~1notes~1levels~1{level}/get/parameters/0/schema/enum")
                        .values())
                .extracting(word -> word.asString())
                .contains("bachelor", "training")
                .doesNotContain("unknown");
    }
}
