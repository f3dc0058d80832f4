package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ProgramsTest
class CallJourneyIT {

    @LocalServerPort
    int port;

    ProgramsApi api;
    String programmeId;
    String programmePath;

    @BeforeEach
    void aProgrammeIsThere() {
        api = new ProgramsApi(port);
        programmeId = api.programme(SATO, ProgrammeJson.complete()).at("/id");
        programmePath = "/api/programs/" + programmeId;
    }

    @Test
    void aDraftIsStoredAsItWasStated() {
        Answer draft = api.call(
                SATO,
                programmeId,
                CallJson.complete().with("/intake", "\"nominated\"").with("/nominationsAtMost", "{\"KG\": 3}"));

        assertThat(draft.headers().getLocation()).hasPath("/api/calls/" + draft.at("/id"));
        assertThat(draft.eTag()).isEqualTo("\"1\"");
        assertThat(draft.at("/version")).isEqualTo("1");
        assertThat(draft.at("/programmeId")).isEqualTo(programmeId);
        assertThat(draft.at("/phase")).isEqualTo("draft");
        assertThat(draft.at("/opens")).endsWith("T09:00:00+06:00");
        assertThat(draft.at("/closes")).endsWith("T18:00:00+06:00");
        assertThat(draft.at("/places/0/host/name")).isEqualTo("University of Tsukuba");
        assertThat(draft.at("/caps/master")).isEqualTo("6");
        assertThat(draft.at("/nominationsAtMost/KG")).isEqualTo("3");
        assertThat(api.as(SATO).get("/api/calls/" + draft.at("/id")).body()).isEqualTo(draft.body());
        assertThat(api.as(SATO).get(programmePath).body().at("/calls/0")).isEqualTo(draft.body());
    }

    @Test
    void aDraftNeedsNothingAndNothingHappensWhenItIsSavedAsItIs() {
        Answer draft = api.call(SATO, programmeId, CallJson.bare());

        assertThat(draft.at("/rubric/0/criterion")).isEqualTo("overall");
        assertThat(draft.at("/intake")).isEqualTo("open");
        assertThat(draft.body().has("closes")).isFalse();
        Answer again = api.as(SATO)
                .put(
                        "/api/calls/" + draft.at("/id"),
                        draft.eTag(),
                        CallJson.bare().toString());
        assertThat(again.eTag()).isEqualTo(draft.eTag());
    }

    @Test
    void fromDraftToPublicWithTheEventOnKafka() {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        String path = "/api/calls/" + draft.at("/id");
        assertThat(api.asAnybody().get(programmePath).status()).isEqualTo(404);
        assertThat(api.as(AUDITOR).get(path).status()).isEqualTo(200);

        Answer edited = api.as(SATO)
                .put(
                        path,
                        draft.eTag(),
                        CallJson.complete()
                                .with("/references", "1")
                                .with("/answerBy", "\"" + LocalDate.now().plusMonths(3) + "T17:00\"")
                                .toString());
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.at("/references")).isEqualTo("1");
        assertThat(edited.at("/answerBy")).endsWith("T17:00:00+06:00");

        Answer published = api.published(SATO, edited);
        assertThat(published.at("/status")).isEqualTo("published");
        assertThat(published.at("/phase")).isEqualTo("open");
        assertThat(published.at("/counts/started")).isEqualTo("0");
        assertThat(api.asAnybody().get(path).body()).isEqualTo(published.body());
        Answer programme = api.asAnybody().get(programmePath);
        assertThat(programme.at("/status")).isEqualTo("published");
        assertThat(programme.at("/calls/0/id")).isEqualTo(draft.at("/id"));

        try (EventProbe events = EventProbe.listeningTo(EventType.CALL_PUBLISHED.topic())) {
            ConsumerRecord<String, byte[]> told =
                    events.await(event -> draft.at("/id").equals(event.key()));
            assertThat(EventProbe.header(told, "ce_type")).isEqualTo("org.yol.call.published.v1");
            assertThat(EventProbe.header(told, "ce_sequence")).isEqualTo(published.at("/version"));
            JsonNode event = JsonMapper.shared().readTree(new String(told.value(), StandardCharsets.UTF_8));
            ObjectNode golden = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
            // Only a joint research has one.
            golden.remove("team");
            golden.remove("referencesClose");
            assertThat(event.propertyNames()).containsExactlyInAnyOrderElementsOf(golden.propertyNames());
            assertThat(event.at("/places/0").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(golden.at("/places/0").propertyNames());
            assertThat(event.at("/programmeId").asString()).isEqualTo(programmeId);
            assertThat(event.at("/closes").asString()).endsWith("T12:00:00Z");
        }
    }

    @Test
    void aPublishedProgrammeGetsASecondCall() {
        Answer first = api.published(SATO, api.call(SATO, programmeId, CallJson.complete()));
        Answer second = api.call(
                SATO, programmeId, CallJson.complete().openingAfter(300).closingAfter(360));

        assertThat(ids(api.asAnybody().get(programmePath))).containsExactly(first.at("/id"));
        assertThat(ids(api.as(AIGERIM).get(programmePath))).containsExactly(first.at("/id"));
        assertThat(ids(api.as(KARIMOV).get(programmePath))).containsExactly(first.at("/id"));
        assertThat(ids(api.as(SATO).get(programmePath))).containsExactly(first.at("/id"), second.at("/id"));
        assertThat(ids(api.as(AUDITOR).get(programmePath))).hasSize(2);
        assertThat(api.asAnybody().get("/api/calls/" + second.at("/id")).status())
                .isEqualTo(404);

        Answer published = api.published(SATO, second);

        assertThat(published.at("/phase")).isEqualTo("upcoming");
        assertThat(ids(api.asAnybody().get(programmePath))).containsExactly(first.at("/id"), second.at("/id"));
        try (EventProbe events = EventProbe.listeningTo(EventType.CALL_PUBLISHED.topic())) {
            events.await(event -> second.at("/id").equals(event.key()));
            events.await(event -> first.at("/id").equals(event.key()));
            assertThat(events.poll())
                    .filteredOn(
                            event -> List.of(first.at("/id"), second.at("/id")).contains(event.key()))
                    .hasSize(2);
        }
    }

    @Test
    void theCallOneCanStillApplyToComesFirst() {
        Answer upcoming = api.published(
                SATO,
                api.call(SATO, programmeId, CallJson.complete().openingAfter(10).closingAfter(20)));
        Answer openLonger = api.published(
                SATO, api.call(SATO, programmeId, CallJson.complete().closingAfter(40)));
        Answer open = api.published(
                SATO, api.call(SATO, programmeId, CallJson.complete().closingAfter(30)));

        assertThat(ids(api.asAnybody().get(programmePath)))
                .containsExactly(open.at("/id"), openLonger.at("/id"), upcoming.at("/id"));
    }

    @Test
    void aPublishedCallDoesNotChangeWithoutAReasonNorIsItPublishedTwice() {
        Answer published = api.published(SATO, api.call(SATO, programmeId, CallJson.complete()));

        Answer edit = api.as(SATO)
                .put(
                        "/api/calls/" + published.at("/id"),
                        published.eTag(),
                        CallJson.complete().with("/rankAtMost", "1").toString());
        Answer again = api.publish(SATO, published);

        assertThat(edit.status()).isEqualTo(422);
        assertThat(edit.at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aChangeToWhatHasChangedIsRefused() {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        String path = "/api/calls/" + draft.at("/id");
        String json = CallJson.complete().toString();
        api.as(SATO).put(path, draft.eTag(), CallJson.bare().toString());

        assertThat(api.as(SATO).put(path, draft.eTag(), json).status()).isEqualTo(412);
        assertThat(api.as(SATO).put(path, null, json).status()).isEqualTo(428);
        assertThat(api.publish(SATO, draft).status()).isEqualTo(412);
    }

    @Test
    void theETagOfAPageServesForTheNextWrite() {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        Answer seen = api.as(SATO).get("/api/calls/" + draft.at("/id"));

        assertThat(seen.eTag()).isEqualTo("\"1-1-draft\"");
        assertThat(api.publish(SATO, seen).status()).isEqualTo(200);
    }

    @Test
    void twoCoordinatorsEditingProgrammeAndCallDoNotCollide() throws Exception {
        Answer programme = api.as(SATO).get(programmePath);
        Answer call = api.call(SATO, programmeId, CallJson.complete());

        List<Answer> answers = AtOnce.of(
                2,
                number -> number == 0
                        ? api.as(SATO)
                                .put(
                                        programmePath,
                                        programme.eTag(),
                                        ProgrammeJson.complete()
                                                .titled("Edited")
                                                .toString())
                        : api.as(SATO)
                                .put(
                                        "/api/calls/" + call.at("/id"),
                                        call.eTag(),
                                        CallJson.complete()
                                                .with("/references", "0")
                                                .toString()));

        assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
        Answer both = api.as(SATO).get(programmePath);
        assertThat(both.at("/title/en")).isEqualTo("Edited");
        assertThat(both.at("/calls/0/references")).isEqualTo("0");
        assertThat(both.at("/version")).isEqualTo("2");
        assertThat(both.at("/calls/0/version")).isEqualTo("2");
    }

    @Test
    void pressingTwiceCreatesOne() {
        String path = programmePath + "/calls";
        String key = UUID.randomUUID().toString();
        Answer first = api.as(SATO)
                .send(HttpMethod.POST, path, null, key, CallJson.complete().toString());
        Answer second = api.as(SATO)
                .send(HttpMethod.POST, path, null, key, CallJson.complete().toString());
        Answer misused = api.as(SATO)
                .send(HttpMethod.POST, path, null, key, CallJson.bare().toString());

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(misused.at("/type")).isEqualTo("urn:yol:problem:idempotency-key-reused");
        assertThat(ids(api.as(SATO).get(programmePath))).hasSize(1);
    }

    @Test
    void pressingTwicePublishesOnce() {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        String path = "/api/calls/" + draft.at("/id") + "/publication";
        String key = UUID.randomUUID().toString();

        Answer first = api.as(SATO).send(HttpMethod.POST, path, draft.eTag(), key, null);
        Answer second = api.as(SATO).send(HttpMethod.POST, path, draft.eTag(), key, null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void sixtyFourPressesAtOncePublishOnce() throws Exception {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        String path = "/api/calls/" + draft.at("/id") + "/publication";
        String key = UUID.randomUUID().toString();

        List<Answer> answers = AtOnce.of(64, _ -> api.as(SATO).send(HttpMethod.POST, path, draft.eTag(), key, null));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        Answer programme = api.asAnybody().get(programmePath);
        assertThat(programme.at("/version")).isEqualTo("2");
        assertThat(programme.at("/calls/0/version"))
                .isEqualTo(answers.getFirst().at("/version"));
    }

    @Test
    void sixtyFourCallsPublishedAtOnceAreAllPublic() throws Exception {
        List<Answer> drafts = AtOnce.of(64, _ -> api.call(SATO, programmeId, CallJson.complete()));
        List<Answer> published = AtOnce.of(64, number -> api.publish(SATO, drafts.get(number)));

        assertThat(published).extracting(Answer::status).containsOnly(200);
        Answer programme = api.asAnybody().get(programmePath);
        assertThat(programme.at("/version")).isEqualTo("2");
        assertThat(ids(programme))
                .containsExactlyInAnyOrderElementsOf(
                        drafts.stream().map(draft -> draft.at("/id")).toList());
    }

    @Test
    void whatBelongsToOthersDoesNotExist() {
        Answer draft = api.call(SATO, programmeId, CallJson.complete());
        String path = "/api/calls/" + draft.at("/id");
        String json = CallJson.complete().toString();

        assertThat(api.as(KARIMOV).get(path).status()).isEqualTo(404);
        assertThat(api.as(AIGERIM).get(path).status()).isEqualTo(404);
        assertThat(api.as(KARIMOV).put(path, "\"99\"", json).status()).isEqualTo(404);
        assertThat(api.as(KARIMOV).post(programmePath + "/calls", json).status())
                .isEqualTo(404);
        assertThat(api.as(SATO).post("/api/programs/unknown/calls", json).status())
                .isEqualTo(404);
        assertThat(api.publish(KARIMOV, draft).status()).isEqualTo(404);
    }

    private static List<String> ids(Answer programme) {
        assertThat(programme.status()).as(programme.text()).isEqualTo(200);
        return programme
                .body()
                .at("/calls")
                .valueStream()
                .map(call -> call.at("/id").asString())
                .toList();
    }
}
