package org.yol.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

/** The steps coordinators take, over HTTP, for tests to start from. */
public final class ProgramsApi {

    /** The version of what is not there yet. */
    public static final String NOTHING_YET = "\"0\"";

    private final int port;

    public ProgramsApi(int port) {
        this.port = port;
        Api sato = as(Account.SATO);
        describe(Account.SATO, "JICA / JICE");
        describe(Account.KARIMOV, "El-yurt umidi Foundation");
        sato.post("/api/hosts", "{\"name\": \"University of Tsukuba\", \"country\": \"JP\"}");
        sato.post("/api/hosts", "{\"name\": \"Hiroshima University\", \"country\": \"JP\"}");
    }

    /** Says what the coordinator's provider is called, unless that is said already. */
    public void describe(Account coordinator, String name) {
        as(coordinator)
                .put(
                        "/api/providers/" + coordinator.more().get("organization"),
                        NOTHING_YET,
                        "{\"name\": \"%s\", \"country\": \"JP\"}".formatted(name));
    }

    public Api as(Account account) {
        return Api.as(account, port);
    }

    public Api asAnybody() {
        return Api.asAnybody(port);
    }

    /** Writes a programme without calls and answers it as stored. */
    public Answer programme(Account coordinator, ProgrammeJson programme) {
        return created(as(coordinator).post("/api/programs", programme.toString()));
    }

    /** Writes a call of a programme and answers it as stored. */
    public Answer call(Account coordinator, String programmeId, CallJson call) {
        return created(as(coordinator).post("/api/programs/" + programmeId + "/calls", call.toString()));
    }

    /** Publishes a call as it was answered. */
    public Answer publish(Account coordinator, Answer call) {
        return as(coordinator).post("/api/calls/" + call.at("/id") + "/publication", call.eTag(), "{}");
    }

    /** Publishes a call of whose publication nothing stands in the way. */
    public Answer published(Account coordinator, Answer call) {
        Answer published = publish(coordinator, call);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return published;
    }

    /** Writes a programme with one call, and answers both as the coordinator reads them. */
    public Answer draft(Account coordinator, ProgrammeJson programme, CallJson call) {
        String id = programme(coordinator, programme).at("/id");
        call(coordinator, id, call);
        return as(coordinator).get("/api/programs/" + id);
    }

    /** Writes a programme with one call, publishes them, and answers both as the coordinator reads them. */
    public Answer published(Account coordinator, ProgrammeJson programme, CallJson call) {
        String id = programme(coordinator, programme).at("/id");
        published(coordinator, call(coordinator, id, call));
        return as(coordinator).get("/api/programs/" + id);
    }

    /** The same with a call that lacks nothing. */
    public Answer published(Account coordinator, ProgrammeJson programme) {
        return published(coordinator, programme, CallJson.complete());
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
