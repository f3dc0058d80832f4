package org.yol.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yol.allocation.proof.SelectionCheck;
import org.yol.allocation.proof.Verdict;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.platform.Person;
import org.yol.bench.stored.Archive;
import org.yol.bench.stored.Archive.Kind;
import org.yol.bench.stored.ScoredApplications;
import org.yol.bench.stored.StoredApplication;
import tools.jackson.databind.JsonNode;

/**
 * The selection of a call with twelve hosts: drawn, run, checked and published through the API; then a seat comes back.
 */
final class SelectionDay {

    private static final int HOSTS = 12;
    private static final int SEATS = 20;
    private static final int CHOICES = 5;
    private static final Duration OPEN = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final CommandLine asked;
    private final Ground ground;
    private final Person coordinator;

    SelectionDay(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
        this.coordinator = ground.people().coordinator("coordinator");
    }

    void measure() {
        Instant closes = Instant.now().plus(OPEN).truncatedTo(ChronoUnit.MINUTES);
        OpenCall call = OpenCall.by(ground.people(), hosts(), SEATS, CHOICES, closes);
        try (Archive archive = new Archive(
                        ground.installation(), ground.people(), call, name -> name.toUpperCase(Locale.ROOT));
                ScoredApplications scored = new ScoredApplications(ground.installation())) {
            List<StoredApplication> applicants = Stream.concat(
                            archive.handedIn().stream(),
                            archive.add(Kind.SUBMITTED, asked.number(Option.COUNT)).stream())
                    .toList();
            List<String> ids =
                    applicants.stream().map(StoredApplication::application).toList();
            scored.score(ids, call.id(), call.places(), CHOICES);
            Ground.say("%d applications to %d places with %d seats each stored, %s before the call closes"
                    .formatted(ids.size(), HOSTS, SEATS, Duration.between(Instant.now(), closes)));
            // Drawn, and a moment later in the public log: nothing is published before.
            waitFor(
                    "/api/selections/lotteries/" + call.id(),
                    lottery -> lottery.get("problems").isEmpty());
            JsonNode run = run(call);
            new Publication(asked, ground, coordinator).measure(run, applicants);
            check(run);
            explain(applicants);
            comeBack(applicants, ids, call, scored);
        }
    }

    private List<String> hosts() {
        return IntStream.rangeClosed(1, HOSTS)
                .mapToObj("University No. %d of this measurement"::formatted)
                .toList();
    }

    private JsonNode run(OpenCall call) {
        long began = System.nanoTime();
        String id = coordinator
                .post("/api/selections", Map.of("callId", call.id()))
                .get("id")
                .asString();
        JsonNode run = waitFor(
                "/api/selections/" + id, made -> !made.get("state").asString().equals("running"));
        Ground.say("selection worked out and checked within %.1f s: %s, %s"
                .formatted(seconds(began), run.get("state").asString(), run.get("figures")));
        if (!run.get("isPublishable").asBoolean()) {
            throw new IllegalStateException("It cannot be published: " + run.get("problems"));
        }
        return run;
    }

    private void check(JsonNode run) {
        String address = "/api/selections/" + run.get("id").asString();
        byte[] input = coordinator.bytes(address + "/input");
        byte[] result = coordinator.bytes(address + "/result");
        long began = System.nanoTime();
        Verdict verdict = SelectionCheck.of(input, result);
        Ground.say("public record of %d and %d bytes checked in %.1f s: %s, %d applicants, %d seats taken"
                .formatted(
                        input.length,
                        result.length,
                        seconds(began),
                        verdict.isRight() ? "right" : verdict.counts(),
                        verdict.checked().applicants(),
                        verdict.checked().held()));
    }

    /** Everybody comes to see why. */
    private void explain(List<StoredApplication> applicants) {
        ground.play(ground.plan(
                asked,
                "why I got what I got",
                true,
                new Crowd(
                        "applicants",
                        Deed.READ,
                        ground.students(applicants),
                        Arrival.open(new Step(
                                asked.number(Option.RATE),
                                asked.number(Option.WARM_UP) + asked.number(Option.SECONDS))),
                        List.of(Ask.json("read why", "/api/applications/{application}/selection")))));
    }

    private void comeBack(
            List<StoredApplication> applicants, List<String> ids, OpenCall call, ScoredApplications scored) {
        List<Long> waits = new ArrayList<>();
        for (int time = 0; time < (asked.is(Flag.QUICK) ? 2 : 20); time++) {
            String offered = scored.offered(ids);
            StoredApplication who = applicants.get(ids.indexOf(offered));
            Person student = ground.people().as(who.student());
            JsonNode application = student.getPatiently("/api/applications/" + offered);
            int before = scored.followers(call.id());
            long began = System.nanoTime();
            student.post(
                    "/api/applications/" + offered + "/offer/answer",
                    application.get("version").asLong(),
                    Map.of("answer", "declined"));
            Later.until(PATIENCE, () -> scored.followers(call.id()) > before);
            waits.add((System.nanoTime() - began) / 1_000_000);
            ground.processes().awaitQuiet();
        }
        waits.sort(Long::compare);
        Ground.say(
                "%d offers declined, one after the other: the next on the list had it after %d ms (median), %d ms at most"
                        .formatted(waits.size(), waits.get(waits.size() / 2), waits.getLast()));
    }

    private JsonNode waitFor(String path, Predicate<JsonNode> isSo) {
        JsonNode[] last = new JsonNode[1];
        if (!Later.until(PATIENCE, () -> isSo.test(last[0] = coordinator.getPatiently(path)))) {
            throw new IllegalStateException("In vain: " + last[0]);
        }
        return last[0];
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
    }
}
