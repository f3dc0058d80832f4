package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.notifications.message.MessageFixtures.submitted;

import com.mongodb.client.MongoDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CallChanged.Applicant;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Language;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.platform.time.WrittenTime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Many are told at once that a call has changed. */
@NotificationsTest
class CircularIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant LATER = Instant.now().plus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    private static final Instant LATEST = LATER.plus(20, ChronoUnit.DAYS);

    private final Applications applications = new Applications();
    private final String call = "call-" + UUID.randomUUID();

    @Autowired
    private MailServer server;

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        applications.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachReadsTheirDeadlineByTheClockOfTheCallInTheirLanguage(Language language) throws MessagingException {
        Person student = Person.knownSpeaking(language.toString(), port);

        tell(1, extension(), applicant(student, false));
        tell(1, extension(), applicant(student, false));
        tell(2, extension(), applicant(student, false));

        String text = student.inboxOf(1).getFirst().at("/text").asString();
        assertThat(text).contains(shown(LATER, language), "Internet access was interrupted");
        List<MimeMessage> mails = awaitMails(student, 1);
        assertThat(mails.getFirst().getSubject()).contains("Research students");
        awaitNoCirculars();
        assertThat(student.inbox().at("/items")).hasSize(1);
        assertThat(server.mailsTo(student.address())).hasSize(1);
    }

    @Test
    void aDeadlineThatMovedAgainIsSaidAsItIsNowAndNeverAsItWasBefore() {
        Person student = Person.citizenOf("KZ", port);
        applications.broker().tell(EventType.CALL_PUBLISHED, call, 1, callClosing(Instant.now()));
        tell(1, extension(), applicant(student, false));

        // The copy of the call does not know of it yet.
        assertThat(student.inboxOf(1).getFirst().at("/text").asString()).contains(shown(LATER, Language.ENGLISH));

        applications.broker().tell(EventType.CALL_PUBLISHED, call, 2, callClosing(LATEST));
        await().atMost(SOON)
                .until(() -> student.inbox().at("/items/0/text").asString().contains(shown(LATEST, Language.ENGLISH)));
    }

    @Test
    void whoReadsTheInboxOnlyGetsNoMailAndWhoIsNotKnownGetsItLater() {
        Person reader = Person.knownSpeaking("en", port);
        reader.prefers("en", false);
        Person stranger = Person.speaking("ja", port);
        Person known = Person.knownSpeaking("en", port);

        tell(1, extension(), applicant(reader, true), applicant(stranger, true), applicant(known, true));

        awaitMails(known, 1);
        assertThat(reader.inboxOf(1).getFirst().at("/text").asString())
                .contains("Your application is in, and there is nothing you need to do.");
        assertThat(server.mailsTo(reader.address())).isEmpty();
        stranger.looksIn();
        awaitMails(stranger, 1);
    }

    @Test
    void aReceiptDoesNotWaitBehindWhatManyAreTold() {
        Person student = Person.knownSpeaking("en", port);
        Applicant[] many = IntStream.range(0, 800)
                .mapToObj(number -> new Applicant("kz-" + call + number, call + number, "KZ", true))
                .toArray(Applicant[]::new);
        for (int part = 0; part < many.length; part += 100) {
            tell(part + 1, extension(), Arrays.copyOfRange(many, part, part + 100));
        }

        applications.tell(submitted("kz-own-" + call, student.id()), 2);
        student.inboxOf(1);
        awaitMails(student, 1);
        assertThat(messages(many)).isLessThan(many.length);

        await().atMost(Duration.ofSeconds(60)).until(() -> messages(many) == many.length);
        awaitNoCirculars();
    }

    @Test
    void whoHasADraftIsRemindedByTheClockOfTheCallAndTheirOwn() throws MessagingException {
        Person student = Person.knownSpeaking("en", port);

        remind(1, LATER, student);
        remind(1, LATER, student);
        remind(2, Instant.now().minusSeconds(120), student);
        remind(3, LATER, student);

        MimeMessage mail = awaitMails(student, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("The deadline is near: Research students 2027");
        String text = student.inboxOf(1).getFirst().at("/text").asString();
        assertThat(text)
                .contains(
                        "For you the deadline is " + shown(LATER, Language.ENGLISH),
                        "Where you live that is " + shown(LATER, Language.ENGLISH, "Asia/Almaty"));
        assertThat(text.replace(shown(LATER, Language.ENGLISH), "")).doesNotContain("null", "{");
        awaitNoCirculars();
        assertThat(student.inbox().at("/items")).hasSize(1);
        assertThat(server.mailsTo(student.address())).hasSize(1);
    }

    private void remind(long seq, Instant closes, Person student) {
        DeadlineNear reminder = new DeadlineNear(
                call,
                2,
                Map.of("en", "Research students 2027"),
                "Asia/Tokyo",
                closes,
                closes.minus(7, ChronoUnit.DAYS),
                List.of(new DeadlineNear.Applicant("kz-" + student.id(), student.id(), "KZ")));
        applications
                .broker()
                .tell(
                        EventType.DEADLINE_NEAR,
                        call + "/deadline",
                        seq,
                        JsonMapper.shared().writeValueAsString(reminder));
    }

    private long messages(Applicant... applicants) {
        return database.getCollection("messages")
                .countDocuments(in(
                        "recipientId",
                        Arrays.stream(applicants).map(Applicant::studentId).toList()));
    }

    private void awaitNoCirculars() {
        await().atMost(SOON)
                .until(() ->
                        database.getCollection("circulars").countDocuments(gte("due.sending.due", new Date(0))) == 0);
    }

    private List<MimeMessage> awaitMails(Person person, int number) {
        return await().atMost(SOON).until(() -> server.mailsTo(person.address()), mails -> mails.size() == number);
    }

    private void tell(long seq, CallChange change, Applicant... applicants) {
        CallChanged changed = new CallChanged(
                call, 2, Map.of("en", "Research students 2027"), "Asia/Tokyo", change, List.of(applicants));
        applications
                .broker()
                .tell(
                        EventType.CALL_CHANGED,
                        call + "/" + change.id(),
                        seq,
                        JsonMapper.shared().writeValueAsString(changed));
    }

    private static CallChange extension() {
        return new CallChange(
                "call-1", ChangeKind.EXTENSION, Instant.now(), "Internet access was interrupted", LATER, List.of());
    }

    private String callClosing(Instant closes) {
        ObjectNode told = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
        told.put("callId", call).put("zone", "Asia/Tokyo").put("closes", closes.toString());
        told.putArray("extensions");
        return told.toString();
    }

    private static Applicant applicant(Person person, boolean handedIn) {
        return new Applicant("kz-" + person.id(), person.id(), "KZ", handedIn);
    }

    private static String shown(Instant deadline, Language language) {
        return shown(deadline, language, "Asia/Tokyo");
    }

    private static String shown(Instant deadline, Language language, String zone) {
        return WrittenTime.of(deadline.atZone(ZoneId.of(zone)), language.locale());
    }
}
