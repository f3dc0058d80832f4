package org.yol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

@NoteTest
class PreconditionsIT {

    private static final String TEXT = "{\"text\": \"Bring the diploma\", \"remark\": \"the original\", \"rank\": 1}";
    private static final String OTHER_TEXT = "{\"text\": \"Bring the passport\", \"rank\": 1}";

    @LocalServerPort
    private int port;

    private Api student;

    @BeforeEach
    void signIn() {
        student = Api.as(Account.AIGERIM, port);
    }

    @Test
    void writeOfTheVersionSeenSucceedsAndAnswersTheNext() {
        Answer created = student.post("/api/notes", TEXT);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.eTag()).isEqualTo("\"1\"");
        String address = created.headers().getLocation().getPath();

        Answer changed = student.put(address, student.get(address).eTag(), OTHER_TEXT);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.eTag()).isEqualTo("\"2\"");
        assertThat(changed.at("/text")).isEqualTo("Bring the passport");
        assertThat(changed.body().has("remark")).isFalse();
    }

    @Test
    void writeWithoutAVersionIsRefused() {
        assertRefused(student.put(written(), null, OTHER_TEXT), 428, "precondition-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"2\"", "\"x\"", "1", "*", "\"99999999999999999999\""})
    void writeOfAnotherVersionIsRefused(String eTag) {
        assertRefused(student.put(written(), eTag, OTHER_TEXT), 412, "stale-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"1-gzip\""})
    void versionMarkedByAProxyIsUnderstood(String eTag) {
        assertThat(student.put(written(), eTag, OTHER_TEXT).status()).isEqualTo(200);
    }

    @Test
    void answerForOneReaderIsNotKeptForAnother() {
        assertThat(student.get(written()).headers().getCacheControl()).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space"})
    void postWithoutAKeyIsRefused(String key) {
        assertRefused(post("/api/notes", key, TEXT), 400, "idempotency-key-missing");
    }

    @Test
    void sameRequestAgainAnswersTheSame() {
        String key = UUID.randomUUID().toString();
        Answer first = post("/api/notes", key, TEXT);

        Answer again = post("/api/notes", key, TEXT);

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getLocation()).isEqualTo(first.headers().getLocation());
    }

    @Test
    void sameKeyForAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        post("/api/notes", key, TEXT);

        assertRefused(post("/api/notes", key, OTHER_TEXT), 422, "idempotency-key-reused");
    }

    @Test
    void sameKeyOfSomebodyElseIsAnotherRequest() {
        String key = UUID.randomUUID().toString();
        Answer first = post("/api/notes", key, TEXT);

        Answer other = Api.as(Account.NURLAN, port).send(HttpMethod.POST, "/api/notes", null, key, TEXT);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.at("/id")).isNotEqualTo(first.at("/id"));
    }

    @Test
    void doublePressStampsOnce() throws Exception {
        String address = written();
        String key = UUID.randomUUID().toString();
        var together = new CyclicBarrier(2);

        try (ExecutorService presses = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = Stream.of(1, 2)
                    .map(_ -> presses.submit(() -> {
                        together.await();
                        return student.send(HttpMethod.POST, address + "/stamps", "\"1\"", key, "[\"seen\"]");
                    }))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().eTag()).isEqualTo("\"2\"");
            }
        }

        assertThat(student.get(address).body().path("stamps").size()).isEqualTo(1);
    }

    private String written() {
        return student.post("/api/notes", TEXT).headers().getLocation().getPath();
    }

    private Answer post(String path, String key, String json) {
        return student.send(HttpMethod.POST, path, null, key, json);
    }

    private static void assertRefused(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/type")).isEqualTo("urn:yol:problem:" + name);
    }
}
