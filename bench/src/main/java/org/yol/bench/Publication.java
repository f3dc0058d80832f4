package org.yol.bench;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.Mails;
import org.yol.bench.platform.Person;
import org.yol.bench.platform.Processes;
import org.yol.bench.platform.Processes.Spent;
import org.yol.bench.platform.Replica;
import org.yol.bench.stored.StoredApplication;
import tools.jackson.databind.JsonNode;

/** A selection is published: alone, while others read, or by two processes that are killed in the middle. */
final class Publication {

    private static final String SERVICE = "applications-service";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(5);

    /** That it was submitted, and what was decided. */
    private static final int MESSAGES_EACH = 2;

    /** Of those who read beside it, one of so many is a coordinator at the seats board. */
    private static final int STUDENTS_EACH = 4;

    private final CommandLine asked;
    private final Ground ground;
    private final Person coordinator;

    Publication(CommandLine asked, Ground ground, Person coordinator) {
        this.asked = asked;
        this.ground = ground;
        this.coordinator = coordinator;
    }

    void measure(JsonNode run, List<StoredApplication> applicants) {
        if (!asked.is(Flag.KILL)) {
            Processes processes = ground.processes();
            Map<String, Spent> before = processes.spent();
            publish(run, applicants.size(), () -> readBeside(run, applicants));
            Map<String, Spent> spent = new LinkedHashMap<>();
            processes.spent().forEach((name, now) -> spent.put(name, now.since(before.get(name))));
            Ground.say("CPU until then: " + Printout.cpu(spent, applicants.size()));
            return;
        }
        ground.processes().awaitQuiet();
        long began = System.currentTimeMillis();
        URI first = ground.installation().applications();
        try (Replica second = Replica.of(ground.processes().of(SERVICE), first, ground.folder("second-replica.log"))) {
            publish(run, applicants.size(), () -> kill(run, applicants.size(), first, second));
            checkSeats(run);
            checkTold(applicants, began);
        }
    }

    private void publish(JsonNode run, int applicants, Runnable beside) {
        long began = System.nanoTime();
        coordinator.post(
                address(run) + "/publication", run.get("version").asLong(), Map.of("reserveAtMost", applicants));
        beside.run();
        if (!Later.until(PATIENCE, () -> now(run).get("state").asString().equals("published"))) {
            throw new IllegalStateException("In vain: " + now(run));
        }
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
        Ground.say("published within %.1f s: %.0f people told a second".formatted(seconds, applicants / seconds));
    }

    /** Students look why they got what they got, and coordinators at the seats, from when everybody may. */
    private void readBeside(JsonNode run, List<StoredApplication> applicants) {
        int connections = asked.number(Option.CONNECTIONS);
        if (connections == 0) {
            return;
        }
        awaitTold(run, 1);
        int seconds = asked.number(Option.WARM_UP) + asked.number(Option.SECONDS);
        int coordinators = Math.ceilDiv(connections, STUDENTS_EACH);
        ground.playNow(ground.plan(
                asked,
                "while it is published",
                false,
                new Crowd(
                        "applicants",
                        Deed.READ,
                        ground.students(applicants),
                        Arrival.closed(connections - coordinators, seconds),
                        List.of(
                                Ask.json("read own application", "/api/applications/{application}"),
                                Ask.json("read why", "/api/applications/{application}/selection"))),
                new Crowd(
                        "coordinators",
                        Deed.READ,
                        IntStream.range(0, coordinators)
                                .mapToObj(number -> Visitor.bearer(
                                        "coordinator",
                                        run.get("id").asString(),
                                        ground.people().coordinatorBearer("reader-" + number)))
                                .toList(),
                        Arrival.closed(coordinators, seconds),
                        List.of(Ask.json("read the seats", "/api/selections/{application}/seats")))));
        Ground.say("%d of %d were told when the last of them had read".formatted(told(run), applicants.size()));
    }

    /** The first, which is started again by itself, then the other, then both at once. */
    private void kill(JsonNode run, int all, URI first, Replica second) {
        for (int time = 1; time <= 3; time++) {
            awaitTold(run, all * time / 5);
            Ground.say("%d told: killing %s"
                    .formatted(
                            told(run),
                            List.of("the first process", "the second", "both").get(time - 1)));
            if (time != 2) {
                ground.processes().kill(SERVICE);
            }
            if (time != 1) {
                second.crash();
            }
            Replica.awaitReady(first);
            second.awaitReady();
        }
    }

    private void checkSeats(JsonNode run) {
        List<JsonNode> places = coordinator
                .getPatiently(address(run) + "/seats")
                .get("items")
                .valueStream()
                .toList();
        long over = places.stream()
                .filter(place ->
                        place.get("offered").asInt() > place.get("seats").asInt())
                .count();
        Ground.say("seats offered: %d of %d, the selection gave %d; places with more than they have: %d"
                .formatted(
                        places.stream()
                                .mapToInt(place -> place.get("offered").asInt())
                                .sum(),
                        places.stream()
                                .mapToInt(place -> place.get("seats").asInt())
                                .sum(),
                        run.at("/figures/held").asInt(),
                        over));
    }

    private void checkTold(List<StoredApplication> applicants, long began) {
        Mails mails = new Mails(ground.installation().mails(), began);
        Later.until(TOLD_WITHIN, () -> mails.times().size() >= applicants.size());
        ground.processes().awaitQuiet();
        List<Integer> messages = applicants.parallelStream()
                .map(applicant -> ground.people()
                        .as(applicant.student())
                        .getPatiently("/api/notifications?limit=100")
                        .get("items")
                        .size())
                .toList();
        Map<String, Integer> byAddress = mails.byAddress();
        List<Integer> mailed = applicants.stream()
                .map(applicant -> byAddress.getOrDefault(applicant.student().address(), 0))
                .toList();
        Ground.say("of %d not told: %d, told twice: %d; not mailed: %d, mailed twice: %d"
                .formatted(
                        applicants.size(),
                        messages.stream()
                                .filter(number -> number < MESSAGES_EACH)
                                .count(),
                        messages.stream()
                                .filter(number -> number > MESSAGES_EACH)
                                .count(),
                        mailed.stream().filter(number -> number < 1).count(),
                        mailed.stream().filter(number -> number > 1).count()));
    }

    private void awaitTold(JsonNode run, int atLeast) {
        Later.until(PATIENCE, () -> told(run) >= atLeast);
    }

    private int told(JsonNode run) {
        return now(run).at("/publication/told").asInt();
    }

    private JsonNode now(JsonNode run) {
        return coordinator.getPatiently(address(run));
    }

    private static String address(JsonNode run) {
        return "/api/selections/" + run.get("id").asString();
    }
}
