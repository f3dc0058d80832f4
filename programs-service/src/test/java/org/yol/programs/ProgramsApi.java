package org.yol.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

/** The steps coordinators take, over HTTP, for tests to start from. */
public final class ProgramsApi {

    private final int port;

    public ProgramsApi(int port) {
        this.port = port;
        Api sato = as(Account.SATO);
        sato.post("/api/hosts", "{\"name\": \"University of Tsukuba\", \"country\": \"JP\"}");
        sato.post("/api/hosts", "{\"name\": \"Hiroshima University\", \"country\": \"JP\"}");
    }

    public Api as(Account account) {
        return Api.as(account, port);
    }

    public Api asAnybody() {
        return Api.asAnybody(port);
    }

    /** Writes a programme and answers it as stored. */
    public Answer draft(Account coordinator, ProgrammeJson programme) {
        Answer created = as(coordinator).post("/api/programs", programme.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    /** Publishes the one call of a programme as it was answered. */
    public Answer publish(Account coordinator, Answer programme) {
        return as(coordinator)
                .post("/api/calls/" + programme.at("/calls/0/id") + "/publication", programme.eTag(), "{}");
    }

    /** Writes and publishes a programme. */
    public Answer published(Account coordinator, ProgrammeJson programme) {
        Answer published = publish(coordinator, draft(coordinator, programme));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return published;
    }
}
