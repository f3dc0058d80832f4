package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.submitted;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.notifications.message.MessageFixtures;
import org.yol.notifications.message.Messages;
import org.yol.notifications.recipient.RecipientSeen;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.due.DueWorks;
import org.yol.platform.outbox.EventPublisher;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.startup.Preparations;

/** The service that runs, and a second replica beside it on the same store. */
@NotificationsTest
class MailReplicasIT {

    private static final int MESSAGES = 40;

    private final Applications applications = new Applications();
    private final Preparations preparations = new Preparations();
    private DueWorks works;
    private MailDispatch second;

    @Autowired
    private MailServer server;

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @BeforeEach
    void anotherReplica(
            @Autowired Outbox outbox,
            @Autowired EventPublisher publisher,
            @Autowired Recipients recipients,
            @Autowired Postman postman,
            @Autowired Clock clock,
            @Autowired NotificationsProperties properties) {
        works = new DueWorks(clock, new SimpleMeterRegistry());
        OutboxRelay relay = new OutboxRelay(publisher, () -> _ -> {}, works);
        AggregateCollections collections = new AggregateCollections(database, outbox, relay, works, preparations);
        Messages messages = MessageFixtures.messagesOf(collections, clock);
        second = new MailDispatch(messages, recipients, postman, clock, properties);
        works.start();
    }

    @AfterEach
    void close() {
        works.stop();
        preparations.close();
        applications.close();
    }

    @Test
    void twoReplicasSendEachMailOnce() {
        Person stranger = Person.speaking("en", port);
        for (int i = 0; i < MESSAGES; i++) {
            applications.tell(submitted(UUID.randomUUID().toString(), stranger.id()), 2);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> withMail(stranger, "WAITING_FOR_ADDRESS"));

        // Both hear of it, as if the recipient had called both.
        Thread otherCall = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                second.on(new RecipientSeen(stranger.id()));
            }
        });
        stranger.looksIn();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> withMail(stranger, "SENT"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !otherCall.isAlive());
        List<MimeMessage> mails = server.mailsTo(stranger.address());
        assertThat(mails).hasSize(MESSAGES);
        assertThat(database.getCollection("messages")
                        .countDocuments(and(eq("recipientId", stranger.id()), exists("due.mail"))))
                .isZero();
    }

    private boolean withMail(Person person, String state) {
        return database.getCollection("messages").countDocuments(and(eq("recipientId", person.id()), eq("mail", state)))
                == MESSAGES;
    }
}
