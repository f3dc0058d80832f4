package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

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
import org.yol.platform.test.Api;
import org.yol.platform.test.EventProbe;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How an exchange stands, from what is told of applications. */
@ProgramsTest
class ExchangeBalanceIT {

    private static final String TSUKUBA = "jp-university-of-tsukuba";
    private static final String NAZARBAYEV = "kz-nazarbayev-university";
    private static final String AGREEMENT = "{\"balanced\": true, \"perDirection\": 4}";

    @LocalServerPort
    int port;

    private final EventProbe events = EventProbe.listeningTo(Topics.PROGRAMS);
    private ProgramsApi api;
    private String callId;

    @BeforeEach
    void anExchangeIsPublic() {
        api = new ProgramsApi(port);
        api.as(SATO).post("/api/hosts", "{\"name\": \"Nazarbayev University\", \"country\": \"KZ\"}");
        CallJson call = CallJson.complete()
                .with("/places/1", "{\"hostId\": \"%s\", \"level\": \"bachelor\", \"seats\": 4}".formatted(NAZARBAYEV))
                .with("/caps", "{}")
                .with("/agreement", AGREEMENT);
        callId = api.published(SATO, ProgrammeJson.complete().with("/kind", "\"exchange\""), call)
                .at("/calls/0/id");
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void whoGoesEachWayIsToldToTheLastToThoseWhoWorkWithItAndRoundedToAll() {
        tell(EventType.DECISION_PUBLISHED, TSUKUBA, NAZARBAYEV + "-bachelor", 1);
        tell(EventType.OFFER_ANSWERED, TSUKUBA, NAZARBAYEV + "-bachelor", 7);
        tell(EventType.OFFER_ANSWERED, NAZARBAYEV, TSUKUBA + "-master", 3);
        tell(EventType.DECISION_PUBLISHED, "kg-of-another-agreement", TSUKUBA + "-master", 2);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode pair = balance(api.as(SATO)).at("/pairs/0");
            assertThat(pair.at("/there").toString()).isEqualTo("{\"agreed\":4,\"offered\":8,\"accepted\":7}");
            assertThat(pair.at("/back").toString()).isEqualTo("{\"agreed\":4,\"offered\":3,\"accepted\":3}");
            assertThat(pair.at("/balance").asInt()).isEqualTo(4);
        });
        JsonNode exact = balance(api.as(SATO));
        assertThat(exact.at("/exact").asBoolean()).isTrue();
        assertThat(exact.at("/pairs")).hasSize(1);
        assertThat(exact.at("/pairs/0/hosts/0/names/en").asString()).isEqualTo("University of Tsukuba");
        assertThat(exact.at("/pairs/0/hosts/1/id").asString()).isEqualTo(NAZARBAYEV);
        assertThat(balance(api.as(AUDITOR))).isEqualTo(exact);

        JsonNode known = balance(api.asAnybody());
        assertThat(known.at("/exact").asBoolean()).isFalse();
        assertThat(known.at("/pairs/0/there/agreed").asInt()).isEqualTo(4);
        assertThat(known.at("/pairs/0/there/accepted").asInt()).isIn(5, 10);
        assertThat(known.at("/pairs/0/back/accepted").asInt()).isIn(0, 5);
        assertThat(balance(api.as(KARIMOV))).isEqualTo(known);
    }

    @Test
    void nothingIsToldOfWhoIsOnlyInTheRunning() {
        tell(EventType.APPLICATION_SUBMITTED, TSUKUBA, NAZARBAYEV + "-bachelor", 9);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.as(SATO)
                        .get("/api/calls/" + callId)
                        .at("/counts/submitted")
                        .equals("9"));

        assertThat(balance(api.as(SATO)).at("/pairs/0/there").toString())
                .isEqualTo("{\"agreed\":4,\"offered\":0,\"accepted\":0}");
    }

    @Test
    void whatIsNoExchangeHasNoBalance() {
        String scholarship = api.published(SATO, ProgrammeJson.complete()).at("/calls/0/id");

        assertThat(api.asAnybody().get("/api/calls/" + scholarship + "/balance").text())
                .isEqualTo("{\"exact\":false,\"pairs\":[]}");
    }

    @Test
    void whatEachKindLacksIsPointedOut() {
        String training = api.programme(SATO, ProgrammeJson.complete().with("/kind", "\"vocational-training\""))
                .at("/id");
        String research = api.programme(SATO, ProgrammeJson.complete().with("/kind", "\"joint-research\""))
                .at("/id");
        CallJson team = CallJson.complete()
                .with("/team", "{\"membersAtLeast\": 2, \"countriesAtLeast\": 1, \"mustInclude\": [\"JP\"]}");

        assertThat(pointers(api.publish(SATO, api.call(SATO, training, CallJson.complete()))
                        .body()))
                .containsExactly("/sessions", "/certificate");
        assertThat(pointers(api.publish(SATO, api.call(SATO, research, CallJson.complete()))
                        .body()))
                .containsExactly("/team");
        assertThat(pointers(api.publish(SATO, api.call(SATO, research, team)).body()))
                .containsExactly("/team/countriesAtLeast");
    }

    private static List<String> pointers(JsonNode refused) {
        return refused.at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }

    private JsonNode balance(Api reader) {
        return reader.get("/api/calls/" + callId + "/balance").body();
    }

    private void tell(EventType type, String home, String place, int people) {
        for (int number = 0; number < people; number++) {
            String id = UUID.randomUUID().toString();
            ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(type));
            ((ObjectNode) event.at("/application"))
                    .put("applicationId", id)
                    .put("callId", callId)
                    .put("homeHostId", home)
                    .put("placeId", place);
            events.tell(type, id, 5, event.toString());
        }
    }
}
