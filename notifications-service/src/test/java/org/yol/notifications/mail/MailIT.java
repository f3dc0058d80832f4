package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.accepted;
import static org.yol.notifications.message.MessageFixtures.offered;
import static org.yol.notifications.message.MessageFixtures.submitted;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.notifications.message.Delivery;
import org.yol.notifications.message.Messages;

@NotificationsTest
class MailIT {

    private final Applications applications = new Applications();
    private final String application = UUID.randomUUID().toString();

    @Autowired
    private MailServer server;

    @Autowired
    private Messages messages;

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void mailIsTextAndHtmlInTheLanguageOfTheAccount() throws MessagingException, IOException {
        Person student = Person.knownSpeaking("ru", port);

        applications.tell(submitted(application, student.id()), 2);

        MimeMessage mail = mailsTo(student, 1).getFirst();
        String id = student.inboxOf(1).getFirst().at("/id").asString();
        assertThat(mail.getSubject()).isEqualTo("Мы получили вашу заявку: Research students 2027");
        assertThat(mail.getFrom()[0]).hasToString("Yol <no-reply@yol.example>");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@yol.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("ru");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        for (int part = 0; part < parts.getCount(); part++) {
            BodyPart alternative = parts.getBodyPart(part);
            assertThat(alternative.getContentType()).matches("(?is)text/(plain|html);\\s*charset=utf-8");
            assertThat(alternative.getContent().toString())
                    .contains("receipt-" + application)
                    .contains("14 декабря 2026")
                    .contains("Алматы, GMT+5")
                    .contains("https://yol.example/applications/" + application)
                    .contains("https://yol.example/preferences");
        }
    }

    @Test
    void preferredLanguageGoesBeforeTheAccounts() throws MessagingException {
        Person student = Person.knownSpeaking("ru", port);
        student.prefers("ja", true);
        Person other = Person.knownSpeaking("en", port);

        applications.tell(offered(application, student.id()), 2);
        applications.tell(offered(application, other.id()), 3);

        assertThat(mailsTo(student, 1).getFirst().getSubject()).isEqualTo("おめでとうございます。合格のお知らせ：研究留学生 2027");
        assertThat(mailsTo(other, 1).getFirst().getSubject())
                .isEqualTo("Congratulations! You have been offered a place: Research students 2027");
    }

    @Test
    void repeatedAndLateEventsSendEachMailOnce() throws MessagingException {
        Person student = Person.knownSpeaking("en", port);

        for (int seq : new int[] {3, 2, 3, 2, 2}) {
            applications.tell(
                    seq == 2 ? submitted(application, student.id()) : offered(application, student.id()), seq);
        }
        applications.tell(accepted(application, student.id()), 4);

        assertThat(mailsTo(student, 3).stream().map(MailIT::subject).distinct()).hasSize(3);
        assertThat(settled(student)).containsOnly(Delivery.SENT);
        assertThat(server.mailsTo(student.address())).hasSize(3);
    }

    @Test
    void mailOutlivesAServerThatIsAway() {
        Person student = Person.knownSpeaking("en", port);
        server.goesAway();
        try {
            applications.tell(submitted(application, student.id()), 2);
            student.inboxOf(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> work(student).getNumber("attempts").intValue() >= 2);
            assertThat(deliveries(student)).containsExactly(Delivery.PENDING);
        } finally {
            server.comesBack();
        }

        assertThat(mailsTo(student, 1)).hasSize(1);
    }

    @Test
    void mailWaitsForItsRecipientToCall() {
        Person stranger = Person.speaking("ja", port);
        applications.tell(submitted(application, stranger.id()), 2);
        Person known = Person.knownSpeaking("en", port);
        applications.tell(submitted(application, known.id()), 3);
        mailsTo(known, 1);
        assertThat(server.mailsTo(stranger.address())).isEmpty();

        stranger.looksIn();

        assertThat(mailsTo(stranger, 1).stream().map(MailIT::subject)).containsExactly("応募を受け付けました：研究留学生 2027");
    }

    @Test
    void whoReadsTheInboxOnlyGetsNoMail() {
        Person student = Person.knownSpeaking("en", port);
        student.prefers("en", false);

        applications.tell(submitted(application, student.id()), 2);

        student.inboxOf(1);
        assertThat(settled(student)).containsExactly(Delivery.NOT_WANTED);
        assertThat(student.inbox().at("/items/0/mailFailed").isMissingNode()).isTrue();
        assertThat(server.mailsTo(student.address())).isEmpty();
    }

    @Test
    void mailOfAReplicaThatDiedIsSentWhenItsLeaseEnds() {
        Person stranger = Person.speaking("en", port);
        String id = waitingFor(stranger);
        // Another replica looks whether the address is known by now, and dies.
        write(
                id,
                combine(
                        set("due.mail.holder", "replica that dies"),
                        set("due.mail.due", Date.from(Instant.now().plusSeconds(2))),
                        set("due.mail.attempts", 1)));

        stranger.looksIn();
        assertThat(server.mailsTo(stranger.address())).isEmpty();

        assertThat(mailsTo(stranger, 1)).hasSize(1);
    }

    @Test
    void mailThatWasTriedForDaysIsGivenUp(@Autowired MeterRegistry meters) {
        Person stranger = Person.speaking("en", port);
        String id = waitingFor(stranger);
        write(id, set("due.mail.attempts", 1_159));
        double givenUp = meters.counter("yol.mails", "outcome", "given-up").count();
        server.goesAway();
        try {
            stranger.looksIn();

            assertThat(settled(stranger)).containsExactly(Delivery.FAILED);
            assertThat(stranger.inbox().at("/items/0/mailFailed").asBoolean()).isTrue();
        } finally {
            server.comesBack();
        }
        assertThat(meters.counter("yol.mails", "outcome", "given-up").count()).isEqualTo(givenUp + 1);
    }

    /** The id of a message whose mail waits for its recipient to call. */
    private String waitingFor(Person stranger) {
        applications.tell(submitted(application, stranger.id()), 2);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> messages.withMailWaitingFor(stranger.id()), waiting -> !waiting.isEmpty())
                .getFirst();
    }

    private void write(String id, Bson update) {
        database.getCollection("messages").updateOne(eq("_id", id), update);
    }

    private List<MimeMessage> mailsTo(Person person, int number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> server.mailsTo(person.address()), mails -> mails.size() == number);
    }

    private List<Delivery> settled(Person person) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> work(person) == null);
        return deliveries(person);
    }

    private List<Delivery> deliveries(Person person) {
        return person.inbox()
                .at("/items")
                .valueStream()
                .map(item ->
                        messages.find(item.at("/id").asString()).orElseThrow().mail())
                .toList();
    }

    /** What is still to be done about the mails of a person: of one of them, or null. */
    private BsonDocument work(Person person) {
        BsonDocument message = database.getCollection("messages", BsonDocument.class)
                .find(and(eq("recipientId", person.id()), exists("due.mail")))
                .first();
        return message == null ? null : message.getDocument("due").getDocument("mail");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
