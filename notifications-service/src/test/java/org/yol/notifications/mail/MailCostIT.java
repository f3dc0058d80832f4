package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.offered;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.platform.test.StoreOperations;

/**
 * Counts and prints what telling somebody of a decision costs, from the event to the mail, and what reading the inbox
 * does. {@code -Dyol.mails=5000} makes it results day.
 */
@NotificationsTest
@Import(StoreOperations.Counting.class)
class MailCostIT {

    private static final int MAILS = Integer.getInteger("yol.mails", 200);

    /** The message in, its event told, its mail claimed, its reader looked up, its mail settled. */
    private static final double OPERATIONS_AT_MOST = 5 * 1.1;

    /** The reader, a page, how many are unread, and the calls that the page is about. */
    private static final double READING_AT_MOST = 4;

    @Autowired
    private StoreOperations operations;

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
            Awaitility.await().until(() -> sent() >= before + 1);
            Awaitility.await().until(operations::areQuiet);
            operations.reset();
            long begun = System.nanoTime();

            students.forEach(
                    student -> applications.tell(offered(UUID.randomUUID().toString(), student), 2));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> sent() >= before + MAILS + 1);

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
}
