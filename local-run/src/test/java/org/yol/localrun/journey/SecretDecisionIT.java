package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.localrun.journey.PublishedCall.TSUKUBA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;

/** A decision that nobody may know yet leaves no trace in what others than its coordinators can read. */
@ExtendWith(WholePlatform.class)
class SecretDecisionIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_TRACE_WOULD_BE_HERE = Duration.ofSeconds(1);

    /** What differs between any two answers. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of("date", "ratelimit");

    private final Told told;
    private final People people;
    private final Person coordinator;
    private final Person reviewer;
    private final Person authority;
    private final StudentApplication application;

    SecretDecisionIT(RunningPlatform platform) {
        told = new Told(platform);
        people = new People(platform);
        coordinator = people.demo("sato");
        reviewer = people.demo("tanaka");
        authority = people.demo("authority-kz");
        PublishedCall call = PublishedCall.by(coordinator, "Nothing is said before it is said");
        application = StudentApplication.complete(people.student("en"), call);
        application.submit();
        awaitMessages(1);
    }

    @Test
    void leavesNoTraceWhileTheApplicationIsSubmitted() {
        assertThat(application.state()).isEqualTo("submitted");

        assertNothingShowsOfADecision();
    }

    @Test
    void leavesNoTraceWhileTheApplicationIsUnderReview() {
        application.reviewed(reviewer, 8, 8, "Good.");
        assertThat(application.state()).isEqualTo("under-review");

        assertNothingShowsOfADecision();
    }

    @Test
    void leavesNoTraceWhileTheStudentIsOnTheReserveList() {
        application.decide(coordinator, "reserve");
        application.publishDecision(coordinator);
        awaitMessages(2);
        assertThat(application.state()).isEqualTo("reserve");

        assertNothingShowsOfADecision();
    }

    private void assertNothingShowsOfADecision() {
        Map<String, String> before = seen();
        String known = bytes(coordinator.get(application.path()));

        application.select(coordinator, TSUKUBA).ok();
        assertThat(bytes(coordinator.get(application.path())))
                .as("for the coordinator")
                .isNotEqualTo(known);
        assertUnchanged(before);

        application.decide(coordinator, "not-selected");
        assertUnchanged(before);
    }

    private void assertUnchanged(Map<String, String> before) {
        await().during(A_TRACE_WOULD_BE_HERE)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(seen()).isEqualTo(before));
    }

    /** Whole answers, by who asked for what. */
    private Map<String, String> seen() {
        String list = "/api/applications?callId=" + application.call().id();
        Map<String, String> seen = new LinkedHashMap<>();
        for (Person person : List.of(application.student(), reviewer, authority)) {
            for (String path : List.of(
                    application.path(),
                    application.path() + "/decision",
                    list,
                    list + "&sort=score",
                    list + "&decision=selected",
                    list + "&decision=not-selected",
                    "/api/notifications?limit=100")) {
                seen.put(person.account() + " " + path, bytes(person.get(path)));
            }
        }
        return seen;
    }

    private static String bytes(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> OF_EVERY_ANSWER.contains(name.toLowerCase()));
        return answer.status() + "\n" + headers + "\n" + new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private void awaitMessages(int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.messages(application)).hasSize(count));
    }
}
