package org.yol.platform.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the commands a service sends to the store, but for those that come without anybody asking. A test that imports
 * {@link Counting} is given it.
 */
public final class StoreOperations implements CommandListener {

    private static final Set<String> COUNTED =
            Set.of("find", "insert", "update", "findAndModify", "delete", "aggregate");

    private static final long QUIET_NANOS = 1_500_000_000L;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long lastAt;
    private volatile Predicate<String> passedOver = _ -> false;

    private StoreOperations() {}

    /** From now on does not count what comes to collections that work by the clock. */
    public void passOver(Predicate<String> collections) {
        passedOver = collections;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        // Sweeps look every second, health checks ping: neither is anybody's doing.
        boolean sweep = command.containsKey("find")
                && command.containsKey("limit")
                && command.getNumber("limit").intValue() == 1_000;
        if (!sweep
                && COUNTED.contains(event.getCommandName())
                && !passedOver.test(command.getString(event.getCommandName()).getValue())) {
            String name = event.getCommandName() + " "
                    + command.getString(event.getCommandName()).getValue();
            lastAt = System.nanoTime();
            counts.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** Whether nothing has been asked for a second and a half. */
    public boolean areQuiet() {
        return System.nanoTime() - lastAt > QUIET_NANOS;
    }

    /** Begins anew. */
    public void reset() {
        counts.clear();
    }

    /** How many there were. */
    public int total() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** How many of each command and collection came to one of so many things. */
    public Map<String, Double> per(int number) {
        Map<String, Double> each = new TreeMap<>();
        counts.forEach((name, count) -> each.put(name, count.get() / (double) number));
        return each;
    }

    /** Lets the driver tell of its commands. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Counting {

        @Bean
        StoreOperations operations() {
            return new StoreOperations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counted(StoreOperations operations) {
            return settings -> settings.addCommandListener(operations);
        }
    }
}
