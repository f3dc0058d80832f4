package org.yol.notifications.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.EventType;
import org.yol.contracts.Language;
import org.yol.contracts.RefereeAddressed;
import org.yol.contracts.ReferenceAnswer;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.ReferenceMail;
import org.yol.contracts.Topics;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.notifications.message.Delivery;
import org.yol.platform.seal.SharedSeal;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;
import tools.jackson.databind.json.JsonMapper;

@NotificationsTest
class RefereeMailIT {

    private final String reference = "kz-" + UUID.randomUUID();

    @Autowired
    private MailServer server;

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @Test
    void refereeIsWrittenToOnceInTheirLanguageAndNothingOfItIsKept() throws Exception {
        String address = reference + "@example.org";
        try (EventProbe events = EventProbe.listeningTo(Topics.NOTIFICATIONS)) {
            for (int time = 0; time < 3; time++) {
                tell(events, wanted(ReferenceMail.ASKED, address, Language.JAPANESE), 2);
            }
            tell(events, wanted(ReferenceMail.REMINDED, address, Language.JAPANESE), 3);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.mailsTo(address).size() == 2
                            && stored(Delivery.SENT).size() == 2);
        }

        MimeMessage mail = server.mailsTo(address).stream()
                .filter(each -> subject(each).contains("推薦状の依頼"))
                .findFirst()
                .orElseThrow();
        assertThat(subject(mail)).isEqualTo("Aigerim Bekovaさんから推薦状の依頼：人材育成奨学計画");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int part = 0; part < parts.getCount(); part++) {
            assertThat(parts.getBodyPart(part).getContent().toString())
                    .contains("https://yol.example/reference#kz-1.secret")
                    .contains("2026年12月1日")
                    .contains("田中")
                    .doesNotContain("/preferences");
        }
        assertThat(stored(Delivery.SENT))
                .allSatisfy(kept -> assertThat(kept.toJson()).doesNotContain("sealed", address));
    }

    @Test
    void whoAskedHearsOfAnAddressThatTakesNoMail() {
        try (EventProbe events = EventProbe.listeningTo(Topics.NOTIFICATIONS)) {
            tell(events, wanted(ReferenceMail.ASKED, "no address at all", Language.RUSSIAN), 2);

            events.await(message -> EventProbe.header(message, "ce_type").equals("org.yol.reference.undeliverable.v1")
                    && new String(message.value(), StandardCharsets.UTF_8).contains(reference));
        }
        assertThat(stored(Delivery.FAILED)).hasSize(1);
    }

    @Test
    void studentIsToldThatAReferenceHasArrivedAndNotByWhom() {
        Person student = Person.knownSpeaking("ru", port);
        try (EventProbe events = EventProbe.listeningTo(Topics.NOTIFICATIONS)) {
            for (int time = 0; time < 2; time++) {
                events.tell(
                        EventType.REFERENCE_ANSWERED,
                        reference,
                        4,
                        JsonMapper.shared()
                                .writeValueAsString(new ReferenceEvent.Answered(
                                        reference,
                                        "kz-application-1",
                                        "call-1",
                                        student.id(),
                                        Map.of("en", "JDS", "ru", "Стипендии JDS"),
                                        ReferenceAnswer.RECEIVED,
                                        Instant.parse("2026-11-20T08:15:30Z"))));
            }
        }

        assertThat(student.inboxOf(1).getFirst().at("/title").asString())
                .isEqualTo("Поступила рекомендация: Стипендии JDS");
        assertThat(student.inboxOf(1).getFirst().at("/link").asString()).isEqualTo("/applications/kz-application-1");
    }

    private List<Document> stored(Delivery delivery) {
        return database.getCollection("referee-mails")
                .find(and(eq("referenceId", reference), eq("delivery", delivery.name())))
                .into(new ArrayList<>());
    }

    private ReferenceEvent.MailWanted wanted(ReferenceMail mail, String address, Language language) {
        RefereeAddressed addressed = new RefereeAddressed(
                address,
                "田中 一郎",
                language,
                "kz-1.secret",
                "Aigerim Bekova",
                Map.of("en", "JDS", "ja", "人材育成奨学計画"),
                Instant.parse("2026-12-01T09:00:00Z"),
                "Asia/Bishkek");
        String sealed =
                new SharedSeal(RealParts.SEAL_KEY).seal(JsonMapper.shared().writeValueAsString(addressed));
        return new ReferenceEvent.MailWanted(reference, mail, sealed);
    }

    private void tell(EventProbe events, ReferenceEvent.MailWanted wanted, long seq) {
        events.tell(
                EventType.REFERENCE_MAIL_WANTED,
                reference,
                seq,
                JsonMapper.shared().writeValueAsString(wanted));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
