package org.yol.programs.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

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
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ProgramsTest
class FiguresIT {

    @LocalServerPort
    int port;

    final EventProbe events = EventProbe.listeningTo(Topics.PROGRAMS);

    /** One that nobody else publishes for, so that its figures are those of this test. */
    final String provider = "provider-" + UUID.randomUUID();

    ProgramsApi api;
    String callId;

    @BeforeEach
    void aCallIsPublic() {
        api = new ProgramsApi(port);
        Account coordinator = Account.coordinator("coordinator", provider);
        api.describe(coordinator, "The Agency");
        callId = api.published(coordinator, complete().with("/origins", "[\"KG\", \"KZ\"]"))
                .at("/calls/0/id");
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void aCallThatIsPublishedIsThereWithoutAnybody() {
        JsonNode figures = figures("");

        assertThat(figures.get("calls").asInt()).isEqualTo(1);
        assertThat(figures.get("open").asInt()).isEqualTo(1);
        assertThat(figures.at("/total").toString()).isEqualTo("{\"applied\":0,\"selected\":0,\"went\":0}");
        assertThat(figures.at("/countries").toString())
                .isEqualTo("[{\"key\":\"KG\",\"applied\":0,\"selected\":0,\"went\":0},"
                        + "{\"key\":\"KZ\",\"applied\":0,\"selected\":0,\"went\":0}]");
        assertThat(figures.at("/choices/providers").toString()).contains(provider);
    }

    @Test
    void whoAppliesWasSelectedAndWentShowsByCountryInMultiplesOfFive() {
        tell(EventType.APPLICATION_SUBMITTED, "KG", 23);
        tell(EventType.DECISION_PUBLISHED, "KG", 12);
        tell(EventType.OFFER_ANSWERED, "KG", 11);
        tell(EventType.APPLICATION_SUBMITTED, "KZ", 14);
        tell(EventType.APPLICATION_STARTED, "KZ", 40);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode kg = figures("").at("/countries/0");
            assertThat(kg.get("key").asString()).isEqualTo("KG");
            assertThat(kg.get("applied").asInt()).isIn(45, 50);
            assertThat(kg.get("selected").asInt()).isIn(20, 25);
            assertThat(kg.get("went").asInt()).isIn(10, 15);
            assertThat(figures("").at("/countries/1/applied").asInt()).isIn(10, 15);
        });
        JsonNode all = figures("");
        assertThat(all.at("/total/applied").asInt())
                .isEqualTo(all.at("/countries/0/applied").asInt()
                        + all.at("/countries/1/applied").asInt());
        assertThat(figures("&country=KZ").at("/total/applied").asInt())
                .isEqualTo(all.at("/countries/1/applied").asInt());
        assertThat(figures("&country=KZ&sector=transport").at("/sectors").size())
                .isEqualTo(2);
        assertThat(api.asAnybody().get("/api/calls/" + callId).body().at("/counts/submitted"))
                .as("a call's own page says the same")
                .isEqualTo(all.at("/total/applied"));
        assertThat(api.asAnybody().get("/api/open-data/figures.csv").text())
                .contains("," + callId + ",")
                .contains(",KG,%d,%d,%d\r\n"
                        .formatted(
                                all.at("/countries/0/applied").asInt(),
                                all.at("/countries/0/selected").asInt(),
                                all.at("/countries/0/went").asInt()));
    }

    @Test
    void theSameFiguresHaveTheSameTagForEverybody() {
        Answer first = api.asAnybody().get(path(""));

        assertThat(first.headers().getCacheControl()).isEqualTo("max-age=5, public");
        assertThat(api.as(SATO).get(path("")).eTag()).isEqualTo(first.eTag());
        assertThat(api.asAnybody().get(path(""), "If-None-Match", first.eTag()).status())
                .isEqualTo(304);
    }

    @Test
    void whatIsNotAskedForRightlyIsRefused() {
        assertThat(List.of("&kind=nonsense", "&year=soon", "&country=" + "K".repeat(11)).stream()
                        .map(query -> api.asAnybody().get(path(query)).status()))
                .containsOnly(422);
    }

    private JsonNode figures(String query) {
        Answer answer = api.asAnybody().get(path(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private String path(String query) {
        return "/api/figures?provider=" + provider + query;
    }

    private void tell(EventType type, String country, int people) {
        for (int number = 0; number < people; number++) {
            String id = UUID.randomUUID().toString();
            ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(type));
            // Of no exchange.
            ((ObjectNode) event.at("/application"))
                    .putNull("homeHostId")
                    .put("applicationId", id)
                    .put("callId", callId)
                    .put("country", country);
            events.tell(type, id, 5, event.toString());
        }
    }
}
