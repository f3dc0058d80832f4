package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.transparency.Algorithm;
import org.yol.transparency.NoteSignature;
import org.yol.transparency.SigningKey;
import org.yol.transparency.TestLog;

/** What a log hears that asks a witness itself: status and body of c2sp.org/tlog-witness. */
class AddCheckpointServerIT {

    private final SigningKey key = SigningKey.generate("witness.example.kz", Algorithm.COSIGNATURE);
    private final TestLog log = TestLog.of("yol.example/api/log", 40);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private LogServer logServer;
    private StateFolder state;
    private RemoteLog remote;
    private AddCheckpointServer server;

    @BeforeEach
    void start() throws Exception {
        logServer = new LogServer(log);
        state = StateFolder.open(folder);
        remote = new RemoteLog(logServer.address(), Duration.ofSeconds(20));
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), false, Clock.systemUTC());
        Watch watch = new Watch(
                remote, state, PinnedLog.of(log.key().verifierKey()), key, Clock.systemUTC(), Duration.ZERO, terminal);
        server = new AddCheckpointServer(0, watch, terminal);
    }

    @AfterEach
    void stop() {
        server.close();
        state.close();
        remote.close();
        logServer.close();
        client.close();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> add(Object request) throws Exception {
        return post("/add-checkpoint", request.toString());
    }

    @Test
    void cosigns() throws Exception {
        var answer = add(log.growth(0));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("\n");
        var line = NoteSignature.parse(answer.body().strip());
        assertThat(log.checkpoint().with(line).verifiedBy(List.of(key.verifierKey())))
                .hasSize(1);
        log.grownTo(50);
        assertThat(add(log.growth(40)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhichSizeItHas() throws Exception {
        add(log.growth(0));
        log.grownTo(50);
        var answer = add(log.growth(0));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("40\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void refusesAnotherHistoryAndShowsIt() throws Exception {
        log.grownTo(43);
        add(log.growth(0));
        assertThat(add(log.fork(42).append("another").growth(43)).statusCode()).isEqualTo(409);
        assertThat(add(log.fork(42).append("another").grownTo(60).growth(43)).statusCode())
                .isEqualTo(422);
        assertThat(logServer.evidence).hasSize(2);
        assertThat(folder.resolve("evidence")).isDirectoryContaining("glob:**split-43-60-*");
    }

    @Test
    void refusesAllElse() throws Exception {
        assertThat(add(log.growth(0).toString().replace("old 0", "old 41")).statusCode())
                .isEqualTo(400);
        assertThat(add("rubbish").statusCode()).isEqualTo(400);
        assertThat(add(log.fork(SigningKey.generate(log.origin(), Algorithm.ED25519), 40)
                                .growth(0))
                        .statusCode())
                .isEqualTo(403);
        assertThat(add(TestLog.of("other.example", 3).growth(0)).statusCode()).isEqualTo(404);
        assertThat(post("/add-checkpoint/", log.growth(0).toString()).statusCode())
                .isEqualTo(404);
        assertThat(client.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + server.port() + "/add-checkpoint"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(state.last(log.origin())).isEmpty();
    }

    @Test
    void refusesBodiesWithoutEnd() throws Exception {
        assertThat(add("old 0\n\n" + "a".repeat(1_100_000)).statusCode()).isEqualTo(413);
    }
}
