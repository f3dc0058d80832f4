package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.node.ObjectNode;

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
        Answer draft = api.programme(SATO, complete());

        assertThat(draft.headers().getLocation()).hasPath("/api/programs/" + draft.at("/id"));
        assertThat(draft.eTag()).isEqualTo("\"1\"");
        assertThat(draft.at("/status")).isEqualTo("draft");
        assertThat(draft.at("/kind")).isEqualTo("scholarship");
        assertThat(draft.at("/provider/id")).isEqualTo("jica-jice");
        assertThat(draft.at("/provider/name")).isEqualTo("JICA / JICE");
        assertThat(draft.at("/pays/stipendPerMonth/1")).isEqualTo("144000.5");
        Answer page = api.as(SATO).get("/api/programs/" + draft.at("/id"));
        assertThat(page.body().at("/calls")).isEmpty();
        assertThat(((ObjectNode) page.body()).without(List.of("calls"))).isEqualTo(draft.body());
    }

    @Test
    void aDraftNeedsLittle() {
        Answer draft = api.programme(SATO, ProgrammeJson.bare());

        assertThat(draft.at("/provider/name")).isEqualTo("JICA / JICE");
    }

    @Test
    void theNameOfAnotherProviderIsNotTaken() {
        Answer draft = api.programme(SATO, complete().with("/provider", "{\"name\": \"El-yurt umidi Foundation\"}"));
        Answer foreign = api.as(SATO)
                .post(
                        "/api/programs",
                        complete().with("/providerId", "\"el-yurt-umidi\"").toString());

        assertThat(draft.at("/provider/name")).isEqualTo("JICA / JICE");
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.at("/errors/0/pointer")).isEqualTo("/providerId");
    }

    @Test
    void whoHasNotSaidWhoTheyAreIsAskedFirst() {
        Account newcomer = Account.coordinator("newcomer", "ministry-nobody-knows");

        Answer refused = api.as(newcomer).post("/api/programs", complete().toString());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:provider-unknown");
        assertThat(refused.at("/detail")).contains("My organisation");
    }

    @Test
    void whatIsPublishedDoesNotChangeWithoutAReason() {
        Answer published = api.published(SATO, complete());
        String path = "/api/programs/" + published.at("/id");

        Answer same = api.as(SATO).put(path, published.eTag(), complete().toString());
        Answer other = api.as(SATO)
                .put(path, published.eTag(), complete().titled("Other").toString());

        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.eTag()).isEqualTo("\"" + published.at("/version") + "\"");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void theETagOfAPageServesForTheNextWrite() {
        Answer seen = api.draft(SATO, complete(), CallJson.complete());

        assertThat(seen.eTag()).isEqualTo("\"1-1-draft\"");
        assertThat(api.as(SATO)
                        .put(
                                "/api/programs/" + seen.at("/id"),
                                seen.eTag(),
                                complete().toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aChangeToWhatHasChangedIsRefused() {
        Answer draft = api.programme(SATO, complete());
        String path = "/api/programs/" + draft.at("/id");
        api.as(SATO).put(path, draft.eTag(), complete().titled("Second").toString());

        assertThat(api.as(SATO).put(path, draft.eTag(), complete().toString()).status())
                .isEqualTo(412);
        assertThat(api.as(SATO).put(path, null, complete().toString()).status()).isEqualTo(428);
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
    void whatBelongsToOthersDoesNotExist() {
        Answer draft = api.programme(SATO, complete());
        String path = "/api/programs/" + draft.at("/id");

        assertThat(api.as(KARIMOV).get(path).status()).isEqualTo(404);
        assertThat(api.as(AIGERIM).get(path).status()).isEqualTo(404);
        assertThat(api.as(KARIMOV).put(path, "\"99\"", complete().toString()).status())
                .isEqualTo(404);
    }

    private Answer create(String key, ProgrammeJson programme) {
        return api.as(SATO).send(HttpMethod.POST, "/api/programs", null, key, programme.toString());
    }
}
