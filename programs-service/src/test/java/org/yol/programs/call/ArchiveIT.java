package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.ProgrammeJson.complete;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.programs.AdjustableClock;
import org.yol.programs.CallJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls are closed before their time and put away, over HTTP. */
@ProgramsTest
class ArchiveIT {

    private static final String BACK = "{\"reason\": \"Put away by mistake\"}";
    private static final String OVER = "{\"reason\": \"It is over\"}";

    @LocalServerPort
    int port;

    @Autowired
    AdjustableClock clock;

    final EventProbe events = EventProbe.listeningTo(Topics.PROGRAMS);
    final String provider = "provider-" + UUID.randomUUID();
    final Account coordinator = Account.coordinator("coordinator", provider);

    ProgramsApi api;
    Answer published;
    String programme;
    String call;

    @BeforeEach
    void aCallIsPublic() {
        api = new ProgramsApi(port);
        api.describe(coordinator, "The Agency");
        published = api.published(coordinator, complete());
        programme = "/api/programs/" + published.at("/id");
        call = "/api/calls/" + published.at("/calls/0/id");
    }

    @AfterEach
    void now() {
        events.close();
        clock.reset();
    }

    @Test
    void pressedTwiceItClosesEarlyOnceAndEverybodyReadsWhy() {
        LocalDate earlier = LocalDate.now(ZoneOffset.UTC).plusDays(8);
        String body = "{\"closes\": \"%sT18:00\", \"reason\": \"The budget was cut\"}".formatted(earlier);
        String key = UUID.randomUUID().toString();
        String eTag = api.as(coordinator).get(call).eTag();

        Answer first = api.as(coordinator).send(HttpMethod.POST, call + "/closing", eTag, key, body);
        Answer second = api.as(coordinator).send(HttpMethod.POST, call + "/closing", eTag, key, body);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        Answer seen = api.asAnybody().get(call);
        assertThat(seen.at("/deadline")).isEqualTo(earlier + "T18:00:00+06:00");
        assertThat(seen.body().at("/amendments")).hasSize(1);
        assertThat(seen.at("/amendments/0/reason")).isEqualTo("The budget was cut");
        assertThat(api.as(coordinator).post(call + "/closing", eTag, body).status())
                .isEqualTo(412);
    }

    @Test
    void whoHasBegunIsToldAWeekBeforeItClosesEarly() {
        tell(EventType.APPLICATION_STARTED, 1);
        awaitCounted(1);
        String eTag = api.as(coordinator).get(call).eTag();

        Answer refused = api.as(coordinator)
                .post(
                        call + "/closing",
                        eTag,
                        "{\"closes\": \"%sT00:00:00Z\", \"reason\": \"The budget was cut\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(6)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/closes");
        assertThat(refused.at("/errors/0/detail")).contains("7 days");
    }

    @Test
    void whatIsOpenIsNotPutAway() {
        Answer ofCall = archive(call);
        Answer ofProgramme = archive(programme);

        assertThat(List.of(ofCall, ofProgramme)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:not-over");
        });
    }

    @Test
    void whoWaitsForADecisionIsNotForgotten() {
        tell(EventType.APPLICATION_SUBMITTED, 2);
        awaitCounted(1);
        clock.putForward(Duration.ofDays(60));

        assertThat(archive(call).at("/type")).isEqualTo("urn:yol:problem:undecided");
        assertThat(archive(programme).at("/detail")).contains("1 application waits");
    }

    @Test
    void whatIsPutAwayIsInNoListButAtItsAddressWithItsNumbers() {
        clock.putForward(Duration.ofDays(60));
        assertThat(listed("")).hasSize(1);

        Answer archived = archive(call);

        assertThat(archived.status()).as(archived.text()).isEqualTo(200);
        assertThat(archived.body().has("archived")).isTrue();
        assertThat(listed("")).isEmpty();
        assertThat(listed("&text=JDS")).isEmpty();
        assertThat(listed("&archived=true")).containsExactly(published.at("/id"));
        Answer seen = api.asAnybody().get(programme);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().has("archived")).isTrue();
        assertThat(seen.at("/calls/0/amendments/0/reason")).isEqualTo("It is over");
        assertThat(api.asAnybody().get(call).status()).isEqualTo(200);
        assertThat(api.asAnybody().get("/api/figures?provider=" + provider).at("/calls"))
                .isEqualTo("1");
    }

    @Test
    void aProgrammeIsPutAwayWithItsCallsAndIsThereAgainWithTheNextOne() {
        clock.putForward(Duration.ofDays(60));
        Answer archived = archive(programme);
        assertThat(archived.status()).as(archived.text()).isEqualTo(200);
        assertThat(listed("")).isEmpty();
        assertThat(own()).isEmpty();

        Answer next = api.call(
                coordinator,
                published.at("/id"),
                CallJson.complete().with("/closes", "\"" + LocalDate.now().plusDays(120) + "T18:00\""));

        assertThat(own()).as("its next call is prepared").containsExactly(published.at("/id"));
        assertThat(listed("")).isEmpty();
        api.published(coordinator, next);
        assertThat(listed("")).containsExactly(published.at("/id"));
        assertThat(api.asAnybody().get(programme).body().has("archived")).isFalse();
    }

    @Test
    void aCallExtendedAfterItWasPutAwayIsThereAgain() {
        clock.putForward(Duration.ofDays(60));
        String eTag = archive(call).eTag();
        Answer extended = api.as(coordinator)
                .post(
                        call + "/extensions",
                        eTag,
                        "{\"closes\": \"%sT18:00\", \"reason\": \"Snow\"}"
                                .formatted(LocalDate.now().plusDays(90)));

        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(extended.body().has("archived")).isFalse();
        assertThat(listed("")).containsExactly(published.at("/id"));
    }

    @Test
    void whatWasPutAwayIsTakenBackOnceAndEverybodyReadsWhy() {
        clock.putForward(Duration.ofDays(60));
        String key = UUID.randomUUID().toString();
        String eTag = archive(call).eTag();

        Answer first = api.as(coordinator).send(HttpMethod.POST, call + "/return", eTag, key, BACK);
        Answer second = api.as(coordinator).send(HttpMethod.POST, call + "/return", eTag, key, BACK);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.body().has("archived")).isFalse();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(listed("")).containsExactly(published.at("/id"));
        assertThat(listed("&archived=true")).isEmpty();
        assertThat(api.asAnybody().get(programme).body().has("archived")).isFalse();
        assertThat(api.asAnybody().get(call).at("/amendments/0/reason")).isEqualTo("Put away by mistake");
    }

    @Test
    void aProgrammeIsTakenBackWithItsCalls() {
        clock.putForward(Duration.ofDays(60));
        archive(programme);

        Answer ofCall = takeBack(call);
        assertThat(ofCall.at("/type")).isEqualTo("urn:yol:problem:programme-archived");
        assertThat(ofCall.at("/detail")).contains("Take the programme back");
        Answer withoutAReason = api.as(coordinator)
                .post(programme + "/return", api.as(coordinator).get(programme).eTag(), "{}");
        assertThat(withoutAReason.at("/errors/0/pointer")).isEqualTo("/reason");
        Answer ofProgramme = takeBack(programme);

        assertThat(ofProgramme.status()).as(ofProgramme.text()).isEqualTo(200);
        assertThat(listed("")).containsExactly(published.at("/id"));
        assertThat(api.asAnybody().get(programme).body().has("archived")).isFalse();
        assertThat(api.asAnybody().get(programme).at("/amendments/0/reason")).isEqualTo("Put away by mistake");
    }

    @Test
    void whatIsNotInTheArchiveIsNotTakenBackAndTheRefusalSaysWhatToDo() {
        clock.putForward(Duration.ofDays(60));
        Answer nothing = takeBack(call);
        archive(call);
        Answer onlyItsCall = takeBack(programme);

        assertThat(List.of(nothing, onlyItsCall)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:not-archived");
            assertThat(refused.at("/detail")).contains("take back one of them");
        });
    }

    @Test
    void aDraftIsTakenBackWithoutAWord() {
        Answer draft = api.draft(coordinator, complete().titled("Perhaps"), CallJson.bare());
        String path = "/api/programs/" + draft.at("/id");
        String eTag =
                api.as(coordinator).post(path + "/archive", draft.eTag(), "{}").eTag();

        Answer back = api.as(coordinator).post(path + "/return", eTag, "{}");

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(own()).contains(draft.at("/id"));
        assertThat(ids("mine=true&archived=true", coordinator)).isEmpty();
    }

    @Test
    void aDraftIsPutAwayWithoutAWordAndIsFoundAmongWhatWas() {
        Answer draft = api.draft(coordinator, complete().titled("Never"), CallJson.bare());
        String path = "/api/programs/" + draft.at("/id");

        Answer archived = api.as(coordinator).post(path + "/archive", draft.eTag(), "{}");

        assertThat(archived.status()).as(archived.text()).isEqualTo(200);
        assertThat(own()).containsExactly(published.at("/id"));
        assertThat(ids("mine=true&archived=true", coordinator)).containsExactly(draft.at("/id"));
        assertThat(api.as(coordinator).get(path).status()).isEqualTo(200);
    }

    @Test
    void whatWouldStopThePublicationIsToldInTheReadersLanguage() {
        Answer draft = api.draft(coordinator, complete().with("/origins", "[]"), CallJson.bare());
        String path = "/api/calls/" + draft.at("/calls/0/id") + "/publication";

        Answer missing = api.as(coordinator).get(path, "Accept-Language", "ja");

        assertThat(missing.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString())
                        .toList())
                .containsExactly("/origins", "/zone", "/opens", "/closes", "/places");
        assertThat(missing.text()).contains("国");
        assertThat(api.as(coordinator).get(call + "/publication").body().at("/errors"))
                .isEmpty();
    }

    private Answer archive(String path) {
        return api.as(coordinator)
                .post(path + "/archive", api.as(coordinator).get(path).eTag(), OVER);
    }

    private Answer takeBack(String path) {
        return api.as(coordinator)
                .post(path + "/return", api.as(coordinator).get(path).eTag(), BACK);
    }

    private List<String> listed(String query) {
        return api.asAnybody()
                .get("/api/programs?provider=" + provider + query)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private List<String> own() {
        return ids("mine=true", coordinator);
    }

    private List<String> ids(String query, Account reader) {
        return api.as(reader)
                .get("/api/programs?" + query)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private void tell(EventType type, long seq) {
        String id = UUID.randomUUID().toString();
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(type));
        ((ObjectNode) event.at("/application")).put("applicationId", id).put("callId", published.at("/calls/0/id"));
        events.tell(type, id, seq, event.toString());
    }

    private void awaitCounted(int started) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.as(coordinator)
                                .get(call)
                                .body()
                                .at("/counts/started")
                                .asInt())
                        .isEqualTo(started));
    }
}
