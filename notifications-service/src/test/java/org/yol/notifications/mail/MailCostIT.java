package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.offered;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;

/**
 * Counts and prints what telling somebody of a decision costs, from the event to the mail, and what reading the inbox
 * does. {@code -Dyol.mails=5000} makes it results day.
 */
@NotificationsTest
class MailCostIT {

    private static final int MAILS = Integer.getInteger("yol.mails", 200);

    /** The message in, its event told, its mail claimed, its reader looked up, its mail settled. */
    private static final double OPERATIONS_AT_MOST = 5 * 1.1;

    /** The reader, a page, and how many are unread. */
    private static final double READING_AT_MOST = 3;

    @Autowired
    private Operations operations;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MeterRegistry meters;

    @Test
    void decisionIsToldAndMailedWithFewStoreOperations(@LocalServerPort int port) {
        Person reader = Person.knownSpeaking("en", port);
        List<String> students = IntStream.range(0, MAILS)
                .mapToObj(i -> "told-" + i + "-" + UUID.randomUUID())
                .toList();
        Document known = database.getCollection("recipients")
                .find(eq("_id", reader.id()))
                .first();
        database.getCollection("recipients")
                .insertMany(students.stream()
                        .map(student ->
                                new Document(known).append("_id", student).append("address", student + "@example.org"))
                        .toList());
        try (Applications applications = new Applications()) {
            double before = sent();
            applications.tell(offered(UUID.randomUUID().toString(), reader.id()), 2);
            Awaitility.await().until(() -> sent() == before + 1);
            Awaitility.await().until(operations::areQuiet);
            operations.reset();
            long begun = System.nanoTime();

            students.forEach(
                    student -> applications.tell(offered(UUID.randomUUID().toString(), student), 2));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> sent() == before + MAILS + 1);

            double seconds = (System.nanoTime() - begun) / 1e9;
            Awaitility.await().until(operations::areQuiet);
            double each = operations.total() / (double) MAILS;
            System.out.printf(
                    Locale.ROOT,
                    "a decision told and mailed: %.2f store operations %s; %d in %.1f s, %.0f a second%n",
                    each,
                    operations.per(MAILS),
                    MAILS,
                    seconds,
                    MAILS / seconds);
            assertThat(each).isLessThanOrEqualTo(OPERATIONS_AT_MOST);
        }
        reader.inbox();
        Awaitility.await().until(operations::areQuiet);
        operations.reset();

        reader.inbox();

        System.out.println("a reading of the inbox: " + operations.per(1));
        assertThat((double) operations.total()).isLessThanOrEqualTo(READING_AT_MOST);
    }

    private double sent() {
        return meters.counter("yol.mails", "outcome", "sent").count();
    }

    /** Commands sent to the store, but for those that come without anybody asking. */
    static final class Operations implements CommandListener {

        private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        private volatile long lastAt;

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonDocument command = event.getCommand();
            boolean sweep = command.containsKey("find")
                    && command.containsKey("limit")
                    && command.getNumber("limit").intValue() == 1_000;
            if (!sweep
                    && List.of("find", "insert", "update", "findAndModify", "delete", "aggregate")
                            .contains(event.getCommandName())) {
                String name = event.getCommandName() + " "
                        + command.getString(event.getCommandName()).getValue();
                lastAt = System.nanoTime();
                counts.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
            }
        }

        boolean areQuiet() {
            return System.nanoTime() - lastAt > 500_000_000L;
        }

        void reset() {
            counts.clear();
        }

        int total() {
            return counts.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        Map<String, Double> per(int number) {
            Map<String, Double> each = new TreeMap<>();
            counts.forEach((name, count) -> each.put(name, count.get() / (double) number));
            return each;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        Operations operations() {
            return new Operations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counted(Operations operations) {
            return settings -> settings.addCommandListener(operations);
        }
    }
}
