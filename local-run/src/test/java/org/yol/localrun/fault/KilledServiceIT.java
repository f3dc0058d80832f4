package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Answer;
import org.yol.localrun.journey.PassedDeadline;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;
import org.yol.localrun.process.ServiceProcess;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholePlatform.class)
class KilledServiceIT {

    private static final int BURST = 24;
    private static final int ANSWERED_BEFORE = 6;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final People people;

    KilledServiceIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    /** What a student pressed, and what came back before the service died. */
    private record Press(StudentApplication application, JsonNode read, String key, Map<String, Object> sent) {

        Answer now() {
            return application.submit(read, key, sent);
        }
    }

    @Test
    void whatWasAnsweredIsKeptVerifiedAndToldOnceAndWhatWasNotCanBePressedAgain() throws Exception {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Struck by lightning");
        List<Press> presses = people.students(BURST).stream()
                .map(student -> StudentApplication.complete(student, call))
                .map(application ->
                        new Press(application, application.read(), Person.newKey(), application.withDossier()))
                .toList();

        Map<Press, Optional<JsonNode>> receipts = pressAllAndKillInTheMiddle(presses);

        assertThat(receipts.values())
                .as("answers before the kill")
                .filteredOn(Optional::isPresent)
                .hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE);
        service().awaitReady();
        Gateway.awaitAnswers(people.demo("aigerim"), "/api/applications");
        JsonWebKeySet published = new JsonWebKeySet(
                people.demo("aigerim").read("/api/receipts/keys").toString());
        receipts.forEach((press, receipt) -> {
            JsonNode again = press.now().ok().get("receipt");
            assertThat(again).isEqualTo(receipt.orElse(again));
            assertThat(genuine(again, published)).contains(again.get("id").asString());
        });
        List<StudentApplication> applications =
                presses.stream().map(Press::application).toList();
        assertThat(applications).allSatisfy(it -> assertThat(it.state()).isEqualTo("submitted"));
        new Told(platform).onceEach(applications);
    }

    @Test
    void selectionIsToldToTheEndAndToEachOnceThoughItsPublisherDies() throws Exception {
        Person coordinator = people.demo("sato");
        PublishedCall call = PublishedCall.by(coordinator, "Struck while publishing");
        List<StudentApplication> applications = people.students(BURST).stream()
                .map(student -> StudentApplication.complete(student, call, PublishedCall.HIROSHIMA))
                .toList();
        for (StudentApplication application : applications) {
            application.submit();
            people.demo("suzuki")
                    .put(
                            application.path() + "/reviews/" + call.place(PublishedCall.HIROSHIMA),
                            Person.NOTHING_YET,
                            Map.of("scores", Map.of("academic", 8, "plan", 8), "comment", "As good as the others."))
                    .ok();
        }
        PassedDeadline.of(call, platform);
        await().atMost(LONG)
                .until(() -> coordinator
                        .read("/api/selections/lotteries/" + call.id())
                        .hasNonNull("seed"));
        String run = "/api/selections/"
                + coordinator
                        .post("/api/selections", Map.of("callId", call.id()))
                        .ok()
                        .get("id")
                        .asString();
        await().atMost(LONG)
                .until(() -> coordinator.read(run).get("state").asString().equals("checked"));

        coordinator
                .post(run + "/publication", coordinator.read(run), Map.of("reserveAtMost", 5))
                .ok();
        await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> coordinator.read(run).at("/publication").hasNonNull("announcedAt"));
        service().kill();

        service().awaitReady();
        Gateway.awaitAnswers(coordinator, run);
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> coordinator.read(run).get("state").asString().equals("published"));
        assertThat(applications.stream()
                        .collect(Collectors.groupingBy(StudentApplication::state, Collectors.counting())))
                .isEqualTo(Map.of("offered", 1L, "reserve", 5L, "not-selected", BURST - 6L));
        JsonNode seats = coordinator.read(run + "/seats").get("items");
        assertThat(seats.valueStream().mapToInt(place -> place.get("offered").asInt()))
                .as("seats that are offered, place by place")
                .containsExactlyInAnyOrder(1, 0);
        // That it was submitted, and what is decided.
        new Told(platform).timesEach(2, applications);
    }

    private Map<Press, Optional<JsonNode>> pressAllAndKillInTheMiddle(List<Press> presses) throws InterruptedException {
        Map<Press, CompletableFuture<Answer>> answers = presses.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        press -> CompletableFuture.supplyAsync(press::now, Thread::startVirtualThread)));
        awaitSomeOf(answers.values());
        long victim = service().pid().orElseThrow();

        service().kill();

        assertThat(ProcessHandle.of(victim).filter(ProcessHandle::isAlive)).isEmpty();
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> receipt(answer.getValue())));
    }

    private static void awaitSomeOf(Collection<CompletableFuture<Answer>> answers) throws InterruptedException {
        CountDownLatch some = new CountDownLatch(ANSWERED_BEFORE);
        answers.forEach(answer -> answer.thenRun(some::countDown));
        assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Optional<JsonNode> receipt(CompletableFuture<Answer> pressed) {
        try {
            Answer answer = pressed.join();
            return answer.status() == 200 ? Optional.of(answer.json().get("receipt")) : Optional.empty();
        } catch (CompletionException e) {
            assertThat(e).as("an answer that was cut off").hasCauseInstanceOf(UncheckedIOException.class);
            return Optional.empty();
        }
    }

    /** What a receipt says, by a library that shares no code with the platform. */
    private static String genuine(JsonNode receipt, JsonWebKeySet published) {
        try {
            JsonWebSignature signed = new JsonWebSignature();
            signed.setCompactSerialization(receipt.get("jws").asString());
            signed.setKey(published
                    .findJsonWebKey(signed.getKeyIdHeaderValue(), null, null, null)
                    .getKey());
            assertThat(signed.verifySignature()).isTrue();
            return signed.getPayload();
        } catch (JoseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private ServiceProcess service() {
        return platform.service("applications-service");
    }
}
