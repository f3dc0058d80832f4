package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.SUZUKI;
import static org.yol.platform.test.Account.TANAKA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.lottery.Lotteries;
import org.yol.contracts.CallPublished;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

/** The steps to a selection, over HTTP: Tsukuba has one seat, Hiroshima two. */
abstract class AtASelection extends AtAnOpenCall {

    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Lotteries lotteries;

    CallPublished published;

    @BeforeEach
    void callIsPublished() {
        published = CallFixtures.publishedNow(call);
    }

    void awaitPublished(Answer run) {
        await().atMost(SOON).until(() -> as(SATO).get(address(run)).at("/state").equals("published"));
    }

    List<Account> students(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> Account.student(call + "-" + index, "Student " + index, "KZ"))
                .toList();
    }

    Answer handedIn(Account student) {
        Answer complete = api.complete(student, call);
        Answer saved = as(student).put(path(complete), complete.eTag(), """
                {"answers": {"motivation": "Water.", "studyPlan": "Ile."},
                 "choices": ["place-tsukuba", "place-hiroshima"]}""");
        Answer submitted = as(student).post(path(saved) + "/submission", saved.eTag(), api.withDossier(student));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return submitted;
    }

    void score(Answer application, int tsukuba, int hiroshima) {
        review(TANAKA, application, "place-tsukuba", "\"0\"", tsukuba);
        review(SUZUKI, application, "place-hiroshima", "\"0\"", hiroshima);
    }

    void review(Account reviewer, Answer application, String place, String version, int score) {
        Answer answer = as(reviewer).put(path(application) + "/reviews/" + place, version, """
                {"scores": {"academic": %d, "plan": %d}, "comment": "Good."}""".formatted(score, score));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    Answer run(String request) {
        Answer begun = as(SATO).post("/api/selections", request);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun;
    }

    Answer made(Answer run) {
        await().atMost(SOON)
                .until(() -> !as(SATO).get(address(run)).at("/state").equals("running"));
        return as(SATO).get(address(run));
    }

    void closeAndDraw() {
        api.callIsPublished(CallFixtures.changed(published, Instant.now().minus(Duration.ofMinutes(10)), List.of()), 2);
        // The log is not signed with it yet, for which a run waits by itself.
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> lotteries.drawn(call).isPresent());
    }

    static String address(Answer run) {
        return "/api/selections/" + run.at("/id");
    }

    String state(Account student, Answer application) {
        return as(student).get(path(application)).at("/state");
    }

    Api as(Account account) {
        return api.as(account);
    }
}
