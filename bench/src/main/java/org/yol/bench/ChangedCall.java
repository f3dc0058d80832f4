package org.yol.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.Mails;
import org.yol.bench.platform.Person;
import org.yol.bench.stored.Archive;
import org.yol.bench.stored.Archive.Kind;
import org.yol.bench.stored.StoredApplication;
import tools.jackson.databind.JsonNode;

/** The deadline of a call is extended to which thousands have begun to apply, while others submit. */
final class ChangedCall {

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(20);
    private static final Duration RECEIVED_WITHIN = Duration.ofMinutes(2);
    private static final String NEWS = "New deadline";
    private static final String RECEIPT = "We have received";

    /** Who has made what others are copied from, and who has looked whether the call is open. */
    private static final int BEFORE_THEM = Kind.values().length + 1;

    private final CommandLine asked;
    private final Ground ground;

    ChangedCall(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
    }

    void measure() {
        Archive archive = ground.archive();
        List<StoredApplication> drafts = archive.add(Kind.DRAFT, asked.number(Option.COUNT));
        int applicants = asked.number(Option.STORED) + drafts.size() + BEFORE_THEM;
        ground.processes().awaitQuiet();
        long before = archive.messages();
        Instant began = Instant.now();
        Mails mails = new Mails(ground.installation().mails(), began.toEpochMilli());
        extend();
        Map<String, Long> submitted = new ConcurrentHashMap<>();
        AtomicLong last = new AtomicLong();
        Thread watch = Thread.ofVirtual().start(() -> {
            // Receipts are messages, too.
            if (Later.until(TOLD_WITHIN, () -> archive.messages() - submitted.size() >= before + applicants)) {
                last.set(System.currentTimeMillis());
            }
        });
        double[] inInbox = submitBeside(drafts, submitted);
        join(watch);
        // Nobody has made what the scout began known by an address.
        Later.until(TOLD_WITHIN, () -> mails.times().size() >= applicants - 1 + drafts.size());
        Map<String, Long> news = mails.times(NEWS);
        Map<String, Long> receipts = mails.times(RECEIPT);
        double[] byMail = submitted.entrySet().stream()
                .filter(entry -> receipts.containsKey(entry.getKey()))
                .mapToDouble(entry -> (receipts.get(entry.getKey()) - entry.getValue()) / 1e3)
                .toArray();
        Ground.say("%d of %d are told of a new deadline: the last in the inbox after %.1f s, by mail after %.1f s"
                .formatted(
                        archive.messages() - before - drafts.size(),
                        applicants,
                        seconds(began, last.get()),
                        seconds(
                                began,
                                news.values().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0))));
        Ground.say("%d mails of it to %d addresses".formatted(mails.times().size() - receipts.size(), news.size()));
        say("receipts meanwhile, until they are in the inbox", inInbox);
        say("the same until they are with the mail server", byMail);
    }

    private void extend() {
        Person coordinator = ground.people().coordinator("extender");
        JsonNode call = coordinator.get("/api/calls/" + ground.call().id());
        coordinator.post(
                "/api/calls/" + ground.call().id() + "/extensions",
                call.get("version").asLong(),
                Map.of("closes", Instant.now().plus(Duration.ofDays(60)).toString(), "reason", "Measured"));
    }

    /**
     * Somebody submits every half a second, and waits for the receipt.
     *
     * @param submitted by address, when the answer was there, in milliseconds of the epoch
     * @return seconds until the message was in each one's inbox
     */
    private double[] submitBeside(List<StoredApplication> drafts, Map<String, Long> submitted) {
        List<Thread> all = new ArrayList<>();
        Map<String, Double> waited = new ConcurrentHashMap<>();
        for (StoredApplication draft : drafts) {
            all.add(Thread.ofVirtual().start(() -> {
                Person student = ground.people().as(draft.student());
                student.post(
                        "/api/applications/" + draft.application() + "/submission",
                        Long.parseLong(ground.archive().draftVersion()),
                        Map.of("dossierVersion", Long.parseLong(ground.archive().dossierVersion())));
                long answered = System.currentTimeMillis();
                submitted.put(draft.student().address(), answered);
                if (Later.until(RECEIVED_WITHIN, () -> hasReceipt(student))) {
                    waited.put(draft.application(), (System.currentTimeMillis() - answered) / 1e3);
                }
            }));
            Later.millis(500);
        }
        all.forEach(ChangedCall::join);
        return waited.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean hasReceipt(Person student) {
        return student.getPatiently("/api/notifications")
                .get("items")
                .valueStream()
                .anyMatch(message -> message.get("title").asString().startsWith(RECEIPT));
    }

    private static void say(String what, double... seconds) {
        Arrays.sort(seconds);
        Ground.say(
                seconds.length == 0
                        ? what + ": none"
                        : "%d %s: p50 %.1f s, p99 %.1f s"
                                .formatted(
                                        seconds.length,
                                        what,
                                        seconds[seconds.length / 2],
                                        seconds[(int) (seconds.length * 0.99)]));
    }

    private static double seconds(Instant began, long last) {
        return (last - began.toEpochMilli()) / 1e3;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
