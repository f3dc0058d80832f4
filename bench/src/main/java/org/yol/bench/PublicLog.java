package org.yol.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.CommandLine.Scenario;
import org.yol.bench.Submissions.Submitted;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Figures.Receipt;
import org.yol.bench.load.Plan;
import org.yol.bench.load.Visitor;
import org.yol.bench.log.Committed;
import org.yol.bench.log.Growth;
import org.yol.bench.log.LogReader;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.Person;
import org.yol.bench.platform.Replica;
import org.yol.bench.platform.Student;
import org.yol.bench.stored.LogStore;
import org.yol.transparency.Hash;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log that nobody can rewrite: how soon somebody is in it who submits, and how it is written and read. */
final class PublicLog {

    private static final String SERVICE = "applications-service";
    private static final String CHECKPOINT = "checkpoint of the log";
    private static final String TILE = "tile of the log";
    private static final int WAITING = 20_000;
    private static final int WAITING_IN_A_REHEARSAL = 1_500;
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);
    private static final Duration COME_WITHIN = Duration.ofMinutes(5);
    private static final Duration CLAIMED_WITHIN = Duration.ofMinutes(1);

    /**
     * Of more receipts so many are looked at, evenly chosen, and of those so many are proved by the log's own proof.
     */
    private static final int LOOKED_AT = 20_000;

    private static final int PROVED = 200;

    /** More entries than come of what is prepared. */
    private static final int SOME = 20;

    /** Both replicas write for so long before one is killed. */
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(15);

    private final CommandLine asked;
    private final Ground ground;
    private final LogReader log;

    PublicLog(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
        this.log = new LogReader(ground.installation().gateway());
    }

    void measure() {
        if (asked.is(Flag.KILL)) {
            killed();
            return;
        }
        submitted(asked, "log", List.of(ground.installation().gateway()));
        if (asked.is(Flag.RUNNING)) {
            Ground.say("nothing that nobody submitted is written into a log that others read");
        } else {
            waiting();
        }
        read();
    }

    /** Everybody submits; afterwards, whether each submission is in the log once, and when it came to be. */
    private Growth submitted(CommandLine numbers, String title, List<URI> addresses) {
        ground.processes().awaitQuiet();
        long before = log.checkpoint().size();
        Growth growth = new Growth(addresses);
        try (growth) {
            Submitted submitted = new Submissions(numbers, ground).measure(title);
            List<Receipt> receipts = submitted.figures().receipts();
            if (!Later.until(WRITTEN_WITHIN, () -> log.checkpoint().size() >= before + receipts.size())) {
                Ground.say("the log has not come to as many entries as there are receipts");
            }
            long counted = submitted.figures().of(Submissions.SUBMIT).beganAt();
            check(before, receipts, growth, Instant.ofEpochMilli(counted));
        }
        return growth;
    }

    private void check(long before, List<Receipt> receipts, Growth growth, Instant counted) {
        long began = System.nanoTime();
        List<String> entries = log.checkedEntries();
        Ground.say("log of %d entries read, its root, tiles and signature verified in %.1f s"
                .formatted(
                        entries.size(),
                        Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3));
        Map<Hash, Long> numbers = new HashMap<>();
        List<Long> waited = new ArrayList<>();
        int submissions = 0;
        for (long index = before; index < entries.size(); index++) {
            String entry = entries.get((int) index);
            JsonNode says = JsonMapper.shared().readTree(entry);
            if (says.get("kind").asString().equals("submission")) {
                submissions++;
                numbers.put(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)), index);
                Instant at = Instant.parse(says.get("at").asString());
                OptionalLong millis = growth.millisUntilSeen(index, at);
                if (!at.isBefore(counted) && millis.isPresent()) {
                    waited.add(millis.getAsLong());
                }
            }
        }
        List<Committed> committed = committed(receipts);
        long lost = committed.stream()
                .filter(one -> !numbers.containsKey(one.leaf()))
                .count();
        Ground.say(
                "receipts that clients hold: %d, entries of submissions: %d, of which twice: %d; receipts looked at: %d, without an entry: %d"
                        .formatted(receipts.size(), submissions, submissions - numbers.size(), committed.size(), lost));
        long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
        Ground.say("from submission to a published checkpoint: %d, p50 %d ms, p95 %d ms, p99 %d ms, slowest %d ms"
                .formatted(
                        sorted.length,
                        percentile(sorted, 50),
                        percentile(sorted, 95),
                        percentile(sorted, 99),
                        percentile(sorted, 100)));
        prove(committed, numbers);
    }

    /** What receipts promise, of those of all or of some, evenly chosen. */
    private List<Committed> committed(List<Receipt> receipts) {
        int step = Math.ceilDiv(Math.max(1, receipts.size()), LOOKED_AT);
        return IntStream.range(0, Math.ceilDiv(receipts.size(), step))
                .parallel()
                .mapToObj(number -> receipts.get(number * step))
                .map(receipt -> {
                    Person student = ground.people().as(new Student(receipt.account()));
                    return Committed.of(student.getPatiently("/api/applications/" + receipt.application())
                            .at("/receipt/jws")
                            .asString());
                })
                .toList();
    }

    /** Whether the log proves what it has, one at a time. */
    private void prove(List<Committed> committed, Map<Hash, Long> numbers) {
        List<VerifierKey> keys = List.copyOf(log.keys());
        List<Long> millis = new ArrayList<>();
        int wrong = 0;
        int step = Math.ceilDiv(Math.max(1, committed.size()), PROVED);
        for (int number = 0; number < committed.size(); number += step) {
            Hash leaf = committed.get(number).leaf();
            long began = System.nanoTime();
            try {
                long index = log.index(leaf);
                log.proof(index).verify(leaf, keys);
                wrong += numbers.get(leaf) == index ? 0 : 1;
            } catch (IllegalArgumentException | IllegalStateException unproved) {
                wrong++;
            }
            millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        Ground.say("entry found and its proof verified, one at a time: %d, wrong: %d, p50 %d ms, p99 %d ms"
                .formatted(sorted.length, wrong, percentile(sorted, 50), percentile(sorted, 99)));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    /** Entries that wait when the service goes on which stood still. */
    private void waiting() {
        ground.processes().awaitQuiet();
        int count = asked.is(Flag.QUICK) ? WAITING_IN_A_REHEARSAL : WAITING;
        long before = log.checkpoint().size();
        try (LogStore store = new LogStore(ground.installation());
                Growth growth = new Growth(List.of(ground.installation().applications()))) {
            ground.processes().standStill(SERVICE);
            store.wait(count, ground.call().id());
            Instant began = Instant.now();
            ground.processes().goOn(SERVICE);
            Later.until(WRITTEN_WITHIN, () -> growth.size() >= before + count);
            long millis = growth.millisUntilSeen(before + count - 1, began).orElse(0);
            Ground.say("%d entries that waited, all under a checkpoint after %.1f s: %.0f /s"
                    .formatted(count, millis / 1e3, count * 1e3 / Math.max(1, millis)));
        }
    }

    /** The log as witnesses and pages read it, beside the list of programmes. */
    private void read() {
        List<String> paths = LogReader.paths(log.checkpoint().size());
        CommandLine numbers = asked.onceWarm();
        Ground.say("the log has " + paths.size() + " tiles");
        play(numbers, "log, checkpoint", "", List.of(Visitor.asking("checkpoint")), CHECKPOINT);
        List<Visitor> tiles = paths.stream().map(Visitor::asking).toList();
        play(numbers, "log, tiles", "", tiles, TILE);
        play(numbers, "log, tiles, the service itself", "service", tiles, TILE);
        new Readings(numbers.of(Scenario.PUBLIC), ground).programmes();
    }

    private void play(CommandLine numbers, String title, String way, List<Visitor> asking, String name) {
        int connections = numbers.number(Option.CONNECTIONS);
        Plan plan = ground.plan(
                numbers,
                title,
                true,
                new Crowd(
                        "anybody",
                        Deed.READ,
                        asking,
                        Arrival.closed(connections, numbers.number(Option.WARM_UP) + numbers.number(Option.SECONDS)),
                        List.of(new Ask(name, "/api/log/{application}", "*/*"))));
        ground.play(way.isEmpty() ? plan : plan.at(title, ground.installation().applications()));
    }

    /** Two replicas, at both of which people submit; whichever writes the log is killed, again and again. */
    private void killed() {
        URI first = ground.installation().applications();
        try (LogStore store = new LogStore(ground.installation())) {
            String firstWriter = writer(store, "");
            try (Replica second =
                    Replica.of(ground.processes().of(SERVICE), first, ground.folder("second-replica.log"))) {
                List<URI> both = List.of(first, second.address());
                AtomicBoolean over = new AtomicBoolean();
                List<Instant> kills = new ArrayList<>();
                Thread killing = Thread.ofVirtual().start(() -> kill(store, firstWriter, second, kills, over));
                Growth growth = submitted(asked.at(both), "log, its writer killed", both);
                over.set(true);
                join(killing);
                kills.forEach(kill -> Ground.say("after the kill at %s no new checkpoint for %.1f s"
                        .formatted(
                                kill, growth.longestPause(kill, BETWEEN_KILLS).toMillis() / 1e3)));
            }
        }
    }

    private void kill(LogStore store, String firstWriter, Replica second, List<Instant> kills, AtomicBoolean over) {
        String firstName = firstWriter;
        String secondName = null;
        // The middle is counted from when they come, not from when all is prepared for them.
        long before = log.checkpoint().size();
        Later.until(COME_WITHIN, () -> log.checkpoint().size() > before + SOME);
        Instant last = Instant.now()
                .plusSeconds(asked.number(Option.WARM_UP) + asked.number(Option.SECONDS))
                .minus(BETWEEN_KILLS);
        while (!over.get() && Instant.now().isBefore(last)) {
            Later.seconds(BETWEEN_KILLS.toSeconds());
            String writer = writer(store, "");
            Instant now = Instant.now();
            // A process has another name each time it starts: one of the two is always known.
            if (firstName == null ? !writer.equals(secondName) : writer.equals(firstName)) {
                ground.processes().kill(SERVICE);
                firstName = null;
                secondName = writer(store, writer);
            } else {
                second.crash();
                secondName = null;
                firstName = writer(store, writer);
            }
            kills.add(now);
            Ground.say("killed the replica that wrote the log, the " + (firstName == null ? "first" : "second"));
            Replica.awaitReady(ground.installation().applications());
            second.awaitReady();
        }
    }

    /** Who writes now; a process that was killed is named there until its lease has ended. */
    private static String writer(LogStore store, String killed) {
        return store.writer(CLAIMED_WITHIN, killed)
                .orElseThrow(() -> new IllegalStateException("Nobody writes the log"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
