package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published programme is changed, over HTTP. */
@ProgramsTest
class ProgrammeAmendmentIT {

    @LocalServerPort
    int port;

    final EventProbe applications = EventProbe.listeningTo(Topics.PROGRAMS);
    ProgramsApi api;
    Answer published;
    String path;

    @BeforeEach
    void aProgrammeIsPublic() {
        api = new ProgramsApi(port);
        published = api.published(SATO, complete().with("/origins", "[\"KG\", \"KZ\"]"));
        path = "/api/programs/" + published.at("/id");
    }

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void everybodyReadsWhatIsNewAndWhyAndOtherServicesAreTold() {
        String title = "Corrected " + UUID.randomUUID();

        Answer amended = amend(published.eTag(), asPublished().titled(title).with("/reason", "\"A slip of the pen\""));

        assertThat(amended.status()).as(amended.text()).isEqualTo(200);
        Answer seen = api.asAnybody().get(path);
        assertThat(seen.at("/title/en")).isEqualTo(title);
        assertThat(seen.at("/amendments/0/reason")).isEqualTo("A slip of the pen");
        assertThat(seen.body().at("/amendments/0/at").asString()).isNotEmpty();
        assertThat(seen.text()).doesNotContain(SATO.id() + "\"");
        assertThat(api.asAnybody()
                        .get("/api/programs?text=" + title.substring(10))
                        .at("/items/0/id"))
                .isEqualTo(published.at("/id"));
        try (EventProbe calls = EventProbe.listeningTo(EventType.CALL_PUBLISHED.topic())) {
            calls.await(event -> event.key().equals(published.at("/calls/0/id"))
                    && new String(event.value(), StandardCharsets.UTF_8).contains(title));
        }
    }

    @Test
    void itIsMadeByTheVersionThatWasRead() {
        ProgrammeJson other = asPublished().titled("Other").with("/reason", "\"Better so\"");
        amend(published.eTag(), other);

        assertThat(amend(published.eTag(), other).status()).isEqualTo(412);
        assertThat(amend(null, other).status()).isEqualTo(428);
        assertThat(api.asAnybody().get(path).body().at("/amendments")).hasSize(1);
    }

    @Test
    void whatWasPromisedToThoseWhoHaveBegunIsNotTakenBack() {
        ProgrammeJson less = asPublished()
                .with("/origins", "[\"KZ\"]")
                .with("/levels", "[\"master\"]")
                .with("/pays", "{\"stipendPerMonth\": [100000], \"currency\": \"JPY\", \"tuition\": \"waived\"}")
                .with("/reason", "\"The budget was cut\"");
        somebodyBegins();

        Answer refused = amend(current().eTag(), less);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString())
                        .toList())
                .isEqualTo(List.of("/origins", "/levels", "/pays/stipendPerMonth", "/pays/airfare"));
        assertThat(refused.at("/errors/0/detail")).contains("more can be added");
        assertThat(refused.at("/errors/2/detail")).contains("143,000");
        assertThat(current().body().at("/amendments")).isEmpty();
    }

    private void somebodyBegins() {
        String id = UUID.randomUUID().toString();
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(EventType.APPLICATION_STARTED));
        ((ObjectNode) event.at("/application")).put("applicationId", id).put("callId", published.at("/calls/0/id"));
        applications.tell(EventType.APPLICATION_STARTED, id, 1, event.toString());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode started = current().body().at("/calls/0/counts/started");
            assertThat(started.asInt()).isEqualTo(1);
        });
    }

    private Answer current() {
        return api.as(SATO).get(path);
    }

    private static ProgrammeJson asPublished() {
        return complete().with("/origins", "[\"KG\", \"KZ\"]");
    }

    private Answer amend(String eTag, ProgrammeJson programme) {
        return api.as(SATO).put(path, eTag, programme.toString());
    }
}
