package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
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

@ProgramsTest
class ProgrammeJourneyIT {

    @LocalServerPort
    int port;

    ProgramsApi api;

    @BeforeEach
    void hostsAreKnown() {
        api = new ProgramsApi(port);
    }

    @Test
    void aDraftIsStoredAsItWasStated() {
        Answer draft = api.draft(SATO, complete());

        assertThat(draft.headers().getLocation()).hasPath("/api/programs/" + draft.at("/id"));
        assertThat(draft.eTag()).isEqualTo("\"1\"");
        assertThat(draft.at("/status")).isEqualTo("draft");
        assertThat(draft.at("/kind")).isEqualTo("scholarship");
        assertThat(draft.at("/provider/id")).isEqualTo("jica-jice");
        assertThat(draft.at("/provider/name")).isEqualTo("JICA / JICE");
        assertThat(draft.at("/pays/stipendPerMonth/1")).isEqualTo("144000.5");
        assertThat(draft.at("/calls/0/phase")).isEqualTo("draft");
        assertThat(draft.at("/calls/0/opens")).endsWith("T09:00:00+06:00");
        assertThat(draft.at("/calls/0/closes")).endsWith("T18:00:00+06:00");
        assertThat(draft.at("/calls/0/places/0/host/name")).isEqualTo("University of Tsukuba");
        assertThat(draft.at("/calls/0/caps/master")).isEqualTo("6");
        assertThat(api.as(SATO).get("/api/programs/" + draft.at("/id")).body()).isEqualTo(draft.body());
    }

    @Test
    void aDraftNeedsLittle() {
        Answer draft = api.draft(SATO, ProgrammeJson.bare());

        assertThat(draft.at("/provider/name")).isEqualTo("Jica Jice");
        assertThat(draft.at("/calls/0/rubric/0/criterion")).isEqualTo("overall");
        assertThat(draft.at("/calls/0/intake")).isEqualTo("open");
        assertThat(draft.body().at("/calls/0").has("closes")).isFalse();
    }

    @Test
    void fromDraftToPublicWithTheEventOnKafka() {
        Answer draft = api.draft(SATO, complete());
        String path = "/api/programs/" + draft.at("/id");
        assertThat(api.asAnybody().get(path).status()).isEqualTo(404);
        assertThat(api.as(AUDITOR).get(path).status()).isEqualTo(200);

        Answer edited = api.as(SATO)
                .put(path, draft.eTag(), complete().titled("JDS 2027").toString());
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.at("/title/en")).isEqualTo("JDS 2027");
        assertThat(edited.at("/calls/0/id")).isEqualTo(draft.at("/calls/0/id"));

        Answer published = api.publish(SATO, edited);
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.at("/status")).isEqualTo("published");
        assertThat(published.at("/calls/0/phase")).isEqualTo("open");
        assertThat(published.at("/calls/0/counts/started")).isEqualTo("0");
        assertThat(api.asAnybody().get(path).at("/title/en")).isEqualTo("JDS 2027");
        assertThat(api.asAnybody().get("/api/calls/" + draft.at("/calls/0/id")).at("/programmeId"))
                .isEqualTo(draft.at("/id"));

        try (EventProbe events = EventProbe.listeningTo(Topics.CALLS)) {
            var told = events.await(event -> draft.at("/id").equals(event.key()));
            assertThat(EventProbe.header(told, "ce_type")).isEqualTo("org.yol.call.published.v1");
            assertThat(EventProbe.header(told, "ce_sequence")).isEqualTo(published.at("/version"));
            JsonNode event = JsonMapper.shared().readTree(new String(told.value(), StandardCharsets.UTF_8));
            JsonNode golden = JsonMapper.shared().readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
            assertThat(event.propertyNames()).containsExactlyInAnyOrderElementsOf(golden.propertyNames());
            assertThat(event.at("/places/0").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(golden.at("/places/0").propertyNames());
            assertThat(event.at("/title/en").asString()).isEqualTo("JDS 2027");
            assertThat(event.at("/closes").asString()).endsWith("T12:00:00Z");
        }
    }

    @Test
    void aPublishedCallDoesNotChange() {
        Answer published = api.published(SATO, complete());

        Answer edit = api.as(SATO)
                .put(
                        "/api/programs/" + published.at("/id"),
                        published.eTag(),
                        complete().toString());
        Answer again = api.publish(SATO, published);

        assertThat(edit.status()).isEqualTo(409);
        assertThat(edit.at("/type")).isEqualTo("urn:yol:problem:state-conflict");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aChangeToWhatHasChangedIsRefused() {
        Answer draft = api.draft(SATO, complete());
        String path = "/api/programs/" + draft.at("/id");
        api.as(SATO).put(path, draft.eTag(), complete().titled("Second").toString());

        assertThat(api.as(SATO).put(path, draft.eTag(), complete().toString()).status())
                .isEqualTo(412);
        assertThat(api.as(SATO).put(path, null, complete().toString()).status()).isEqualTo(428);
        assertThat(api.publish(SATO, draft).status()).isEqualTo(412);
    }

    @Test
    void theETagOfAPageServesForTheNextWrite() {
        Answer draft = api.draft(SATO, complete());
        Answer seen = api.as(SATO).get("/api/programs/" + draft.at("/id"));

        assertThat(seen.eTag()).isEqualTo("\"1-draft\"");
        assertThat(api.publish(SATO, seen).status()).isEqualTo(200);
    }

    @Test
    void pressingTwiceCreatesOne() {
        String key = UUID.randomUUID().toString();
        Answer first = create(key, complete());
        Answer second = create(key, complete());
        Answer misused = create(key, complete().titled("Another"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(misused.status()).isEqualTo(422);
        assertThat(misused.at("/type")).isEqualTo("urn:yol:problem:idempotency-key-reused");
        assertThat(create(null, complete()).at("/type")).isEqualTo("urn:yol:problem:idempotency-key-missing");
    }

    @Test
    void pressingTwicePublishesOnce() {
        Answer draft = api.draft(SATO, complete());
        String path = "/api/calls/" + draft.at("/calls/0/id") + "/publication";
        String key = UUID.randomUUID().toString();

        Answer first = api.as(SATO).send(HttpMethod.POST, path, draft.eTag(), key, null);
        Answer second = api.as(SATO).send(HttpMethod.POST, path, draft.eTag(), key, null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void whatBelongsToOthersDoesNotExist() {
        Answer draft = api.draft(SATO, complete());
        String path = "/api/programs/" + draft.at("/id");

        assertThat(api.as(KARIMOV).get(path).status()).isEqualTo(404);
        assertThat(api.as(AIGERIM).get(path).status()).isEqualTo(404);
        assertThat(api.as(KARIMOV).put(path, "\"99\"", complete().toString()).status())
                .isEqualTo(404);
        assertThat(api.publish(KARIMOV, draft).status()).isEqualTo(404);
    }

    private Answer create(String key, ProgrammeJson programme) {
        return api.as(SATO).send(HttpMethod.POST, "/api/programs", null, key, programme.toString());
    }
}
