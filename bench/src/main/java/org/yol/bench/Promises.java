package org.yol.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.yol.bench.load.Figures.Receipt;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.Mails;
import org.yol.bench.platform.Person;
import org.yol.bench.platform.Student;
import tools.jackson.databind.JsonNode;

/**
 * What everybody was promised who holds a receipt: it is kept, and they are told of it once, in the inbox and by mail.
 */
final class Promises {

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(3);
    private static final int AT_ONCE = 8;

    /** Of more receipts, those of so many clients are looked at, evenly chosen: to ask for all takes minutes. */
    private static final int LOOKED_AT = 20_000;

    private final Ground ground;
    private final Map<String, Visitor> visitors;
    private final Mails mails;
    private volatile JsonWebKeySet keys;

    /** @param began when the first of the receipts may have been given, in milliseconds of the epoch */
    Promises(Ground ground, List<Visitor> visitors, long began) {
        this.ground = ground;
        this.visitors =
                visitors.stream().collect(Collectors.toMap(Visitor::account, Function.identity(), (first, _) -> first));
        this.mails = new Mails(ground.installation().mails(), began);
    }

    /** @param lost receipts that the platform does not know, or that the published keys do not verify */
    record Outcome(int receipts, int lost, int notTold, int toldTwice, int notMailed, int mailedTwice) {

        int broken() {
            return lost + notTold + toldTwice + notMailed + mailedTwice;
        }
    }

    /** Waits until everybody is told, looks at all of it, and says so. */
    Outcome check(List<Receipt> all) {
        Later.until(TOLD_WITHIN, () -> mails.times().size() >= all.size());
        int step = Math.ceilDiv(Math.max(1, all.size()), LOOKED_AT);
        List<Receipt> receipts = IntStream.range(0, Math.ceilDiv(all.size(), step))
                .mapToObj(number -> all.get(number * step))
                .toList();
        List<Boolean> kept = each(receipts, this::isKept);
        List<Long> told = each(receipts, this::messages);
        Map<String, Integer> mailed = mails.byAddress();
        List<Long> mails = receipts.stream()
                .map(receipt -> (long) mailed.getOrDefault(new Student(receipt.account()).address(), 0))
                .toList();
        Outcome outcome = new Outcome(
                receipts.size(),
                (int) kept.stream().filter(is -> !is).count(),
                count(told, 0, 0),
                count(told, 2, Long.MAX_VALUE),
                count(mails, 0, 0),
                count(mails, 2, Long.MAX_VALUE));
        Ground.say(
                "receipts that clients hold: %d, of which looked at: %d, lost: %d; not told: %d, told twice: %d; not mailed: %d, mailed twice: %d"
                        .formatted(
                                all.size(),
                                outcome.receipts(),
                                outcome.lost(),
                                outcome.notTold(),
                                outcome.toldTwice(),
                                outcome.notMailed(),
                                outcome.mailedTwice()));
        return outcome;
    }

    private boolean isKept(Receipt receipt) {
        JsonNode application = get(receipt, "/api/applications/" + receipt.application());
        return !application.get("state").asString().equals("draft")
                && application.at("/receipt/id").asString("").equals(receipt.id())
                && isGenuine(receipt, application.at("/receipt/jws").asString(""));
    }

    /** Whether the published keys verify it and it says so, by a library that shares no code with the platform. */
    private boolean isGenuine(Receipt receipt, String jws) {
        try {
            if (keys == null) {
                keys = new JsonWebKeySet(get(receipt, "/api/receipts/keys").toString());
            }
            JsonWebSignature signed = new JsonWebSignature();
            signed.setCompactSerialization(jws);
            signed.setKey(keys.findJsonWebKey(signed.getKeyIdHeaderValue(), null, null, null)
                    .getKey());
            return signed.verifySignature() && signed.getPayload().contains(receipt.id());
        } catch (JoseException unreadable) {
            return false;
        }
    }

    /** How many messages there are that tell of this receipt. */
    private long messages(Receipt receipt) {
        return get(receipt, "/api/notifications?limit=100")
                .get("items")
                .valueStream()
                .filter(message -> message.get("link").asString().endsWith(receipt.application()))
                .count();
    }

    private JsonNode get(Receipt receipt, String path) {
        return new Person(
                        ground.installation().gateway(),
                        visitors.get(receipt.account()).credential())
                .getPatiently(path);
    }

    private static int count(Collection<Long> numbers, long least, long most) {
        return (int) numbers.stream()
                .filter(number -> number >= least && number <= most)
                .count();
    }

    private static <A, B> List<B> each(List<A> all, Function<A, B> deed) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<B>> results = threads.invokeAll(
                    all.stream().<Callable<B>>map(one -> () -> deed.apply(one)).toList());
            return results.stream().map(Promises::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
