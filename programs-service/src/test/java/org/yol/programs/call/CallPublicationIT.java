package org.yol.programs.call;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.EventType;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

/** What a process that died between the steps of a publication has left behind, made by hand. */
@ProgramsTest
class CallPublicationIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    ProgramsApi api;
    String title = "Programme " + UUID.randomUUID();
    String programmeId;
    Answer published;

    @BeforeEach
    void aCallIsPublic() {
        api = new ProgramsApi(port);
        programmeId =
                api.programme(SATO, ProgrammeJson.complete().titled(title)).at("/id");
        published = api.published(SATO, api.call(SATO, programmeId, CallJson.complete()));
    }

    @Test
    void aProgrammeThatWasNotPublishedWithItsCallIsPublishedSoon() {
        database.getCollection("programmes")
                .updateOne(eq("_id", programmeId), combine(set("status", "DRAFT"), inc("version", -1)));
        assertThat(api.asAnybody().get("/api/programs/" + programmeId).at("/status"))
                .isEqualTo("published");

        leaveDue("programme-publication");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        stored("programmes", programmeId).getString("status").equals("PUBLISHED"));
        assertThat(stored("calls", published.at("/id")))
                .containsEntry("version", Long.parseLong(published.at("/version")));
    }

    @Test
    void aProgrammeWrittenBetweenTheStepsIsToldAsItIsNow() {
        database.getCollection("programmes")
                .updateOne(
                        eq("_id", programmeId),
                        combine(set("status", "DRAFT"), set("offer.title.en", "Written in between")));

        leaveDue("programme-publication");

        try (EventProbe events = EventProbe.listeningTo(EventType.CALL_PUBLISHED.topic())) {
            ConsumerRecord<String, byte[]> told =
                    events.await(event -> published.at("/id").equals(event.key())
                            && new String(event.value(), StandardCharsets.UTF_8).contains("Written in between"));
            assertThat(Long.parseLong(EventProbe.header(told, "ce_sequence")))
                    .isGreaterThan(Long.parseLong(published.at("/version")));
        }
    }

    @Test
    void aListThatWasNotBroughtUpToDateIsSoon() {
        database.getCollection("listings").deleteOne(eq("_id", programmeId));

        leaveDue("listing");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(api.asAnybody()
                                .get("/api/programs?text=" + title)
                                .at("/items/0/id"))
                        .isEqualTo(programmeId));
    }

    private void leaveDue(String work) {
        Date now = new Date();
        database.getCollection("calls")
                .updateOne(
                        eq("_id", published.at("/id")),
                        set(
                                "due." + work,
                                new Document("due", now).append("since", now).append("attempts", 0)));
    }

    private Document stored(String collection, String id) {
        return database.getCollection(collection).find(eq("_id", id)).first();
    }
}
