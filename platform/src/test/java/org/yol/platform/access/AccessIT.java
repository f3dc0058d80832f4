package org.yol.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;

@NoteTest
class AccessIT {

    private static final String TEXT = "{\"text\": \"Bring the diploma\", \"rank\": 1}";

    @LocalServerPort
    private int port;

    @Test
    void whoHasNotSignedInIsAskedTo() {
        Answer answer = Api.asAnybody(port).post("/api/notes", TEXT);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Bearer");
    }

    @Test
    void whoHasAnotherRoleIsTurnedAway() {
        assertProblem(Api.as(Account.TANAKA, port).post("/api/notes", TEXT), 403, "forbidden");
    }

    @Test
    void unknownRoleIsNone() {
        Account wizard = new Account("merlin", "Merlin", "en", "wizard", Map.of());

        assertProblem(Api.as(wizard, port).post("/api/notes", TEXT), 403, "forbidden");
    }

    @Test
    void expiredTokenIsNoToken() {
        String expired = RealParts.issuer().token(Account.AIGERIM, Instant.now().minusSeconds(3600));

        assertProblem(Api.withToken(expired, port).get("/api/notes/caller"), 401, "unauthenticated");
    }

    @Test
    void tokenThatWasTamperedWithIsNoToken() {
        String[] parts = RealParts.issuer().token(Account.AIGERIM).split("\\.");
        String other = RealParts.issuer().token(Account.AUDITOR).split("\\.")[1];

        Api forged = Api.withToken(parts[0] + "." + other + "." + parts[2], port);

        assertProblem(forged.get("/api/notes/caller"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "%%%"})
    void garbageIsNoToken(String token) {
        assertProblem(Api.withToken(token, port).get("/api/notes/caller"), 401, "unauthenticated");
    }

    @Test
    void whatIsNoApiIsClosed() {
        assertProblem(Api.asAnybody(port).get("/notes"), 401, "unauthenticated");
        assertProblem(Api.as(Account.AUDITOR, port).get("/notes"), 403, "forbidden");
    }

    @Test
    void refusalIsInTheLanguageOfTheReader() {
        assertThat(Api.asAnybody(port)
                        .get("/api/notes?fromRank=0", "Accept-Language", "ja")
                        .at("/title"))
                .isEqualTo("ログインしていません");
    }

    @Test
    void callerIsWhomTheTokenNames() {
        Answer tanaka = Api.as(Account.TANAKA, port).get("/api/notes/caller");

        assertThat(tanaka.at("/id")).isEqualTo("tanaka");
        assertThat(tanaka.at("/organization")).isEqualTo("jp-university-of-tsukuba");
        assertThat(tanaka.at("/roles/0")).isEqualTo("reviewer");
        assertThat(tanaka.body().has("country")).isFalse();
    }

    @Test
    void callerWhoHasNotSignedInIsNobody() {
        Answer nobody = Api.asAnybody(port).get("/api/notes/caller");

        assertThat(nobody.body().has("id")).isFalse();
        assertThat(nobody.body().path("roles").size()).isZero();
    }

    private static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.at("/type")).isEqualTo("urn:yol:problem:" + name);
    }
}
