package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.accepted;
import static org.yol.notifications.message.MessageFixtures.application;
import static org.yol.notifications.message.MessageFixtures.offered;
import static org.yol.notifications.message.MessageFixtures.submitted;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.EventType;
import org.yol.contracts.NominationsWanted;
import org.yol.contracts.Topics;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.JsonNode;

@NotificationsTest
class InboxIT {

    private final Applications applications = new Applications();
    private final String application = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void submissionIsConfirmedInTheReadersLanguageOfTheMoment() {
        Person student = Person.knownSpeaking("en", port);

        applications.tell(submitted(application, student.id()), 2);

        JsonNode message = student.inboxOf(1).getFirst();
        assertThat(message.at("/title").asString())
                .isEqualTo("We have received your application: Research students 2027");
        assertThat(message.at("/text").asString())
                .contains("receipt-" + application)
                .contains("14 December 2026, 10:12 (Almaty time, GMT+5)");
        assertThat(message.at("/link").asString()).isEqualTo("/applications/" + application);
        assertThat(message.at("/read").asBoolean()).isFalse();

        student.prefers("ja", true);
        assertThat(student.inbox().at("/items/0/title").asString()).isEqualTo("応募を受け付けました：研究留学生 2027");

        student.prefers("ru", true);
        assertThat(student.inbox().at("/items/0/title").asString())
                .isEqualTo("Мы получили вашу заявку: Research students 2027");
    }

    @Test
    void repeatedAndLateEventsTellEverythingOnceInTheOrderItHappened() {
        Person student = Person.knownSpeaking("en", port);
        List<ApplicationEvent> life = List.of(
                submitted(application, student.id()),
                offered(application, student.id()),
                accepted(application, student.id()));

        for (int seq : new int[] {3, 1, 2, 1, 3, 2, 2}) {
            applications.tell(life.get(seq - 1), seq);
        }
        Person other = Person.knownSpeaking("en", port);
        // The same key, so that it is heard only after all of the above.
        applications.tell(submitted(application, other.id()), 4);
        other.inboxOf(1);

        assertThat(student.inbox()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/title").asString().split(":")[0]))
                .containsExactlyInAnyOrder(
                        "You have accepted your place",
                        "Congratulations! You have been offered a place",
                        "We have received your application");
        assertThat(student.inbox().at("/unread").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsNotForTheStudentIsNotTold() {
        Person student = Person.knownSpeaking("en", port);

        applications.tell(
                new ApplicationEvent.ReviewBegun(application(application, student.id(), ApplicationState.UNDER_REVIEW)),
                1);
        applications.tell(submitted(application, student.id()), 2);

        assertThat(student.inboxOf(1)).hasSize(1);
    }

    @Test
    void authoritiesOfACountryAreToldOnceThatTheirCandidatesWait() {
        Person first = Person.authorityOf("UZ", port);
        Person second = Person.authorityOf("UZ", port);
        Person elsewhere = Person.authorityOf("TJ", port);
        Person student = Person.citizenOf("UZ", port);
        String call = "call-" + UUID.randomUUID();
        var wanted = new NominationsWanted(call, "jds", Map.of("en", "JDS"), "UZ");

        applications.tell(wanted, 1);
        applications.tell(wanted, 2);
        applications.tell(new NominationsWanted(call, "jds", Map.of("en", "JDS"), "TJ"), 3);

        // The same key, so that it is heard only after all of the above.
        elsewhere.inboxOf(1);
        JsonNode message = first.inboxOf(1).getFirst();
        assertThat(message.at("/title").asString()).isEqualTo("Candidates wait for your nomination: JDS");
        assertThat(message.at("/link").asString()).isEqualTo("/nominations/" + call);
        assertThat(second.inboxOf(1)).hasSize(1);
        assertThat(student.inbox().at("/items")).isEmpty();
    }

    @Test
    void readingIsRememberedAndCanBeRepeated() {
        Person student = Person.knownSpeaking("en", port);
        applications.tell(submitted(application, student.id()), 2);
        applications.tell(offered(application, student.id()), 3);
        String newest = student.inboxOf(2).getFirst().at("/id").asString();

        assertThat(student.marksRead(newest).status()).isEqualTo(204);
        assertThat(student.marksRead(newest).status()).isEqualTo(204);

        JsonNode unread = student.api().get("/api/notifications?unread=true").body();
        assertThat(unread.at("/unread").asInt()).isEqualTo(1);
        assertThat(unread.at("/items").valueStream().map(item -> item.at("/id").asString()))
                .hasSize(1)
                .doesNotContain(newest);
        assertThat(student.inbox().at("/items/0/read").asBoolean()).isTrue();
    }

    @Test
    void inboxOfSomebodyElseIsOutOfReach() {
        Person student = Person.knownSpeaking("en", port);
        Person other = Person.knownSpeaking("en", port);
        applications.tell(submitted(application, student.id()), 2);
        String id = student.inboxOf(1).getFirst().at("/id").asString();

        assertThat(other.inbox().at("/items").size()).isZero();
        assertThat(other.marksRead(id).status()).isEqualTo(404);
        assertThat(other.marksRead("no-such-message").at("/type")).isEqualTo("urn:yol:problem:not-found");
        assertThat(student.inbox().at("/unread").asInt()).isEqualTo(1);
    }

    @Test
    void erasedMessageIsNotToldAnewWhenItsEventComesAgain(
            @Autowired Messages messages, @Autowired MongoDatabase database) {
        Person student = Person.knownSpeaking("en", port);
        applications.tell(submitted(application, student.id()), 2);
        String id = student.inboxOf(1).getFirst().at("/id").asString();

        messages.erase(student.id());
        assertThat(student.inbox().at("/items")).isEmpty();
        assertThat(student.marksRead(id).status()).isEqualTo(404);

        applications.tell(submitted(application, student.id()), 2);
        applications.tell(offered(application, student.id()), 3);
        assertThat(student.inboxOf(1).getFirst().at("/id").asString()).isNotEqualTo(id);
        assertThat(messages.find(id)).isEmpty();
        assertThat(database.getCollection("messages")
                        .find(Filters.eq("_id", id))
                        .first()
                        .toJson())
                .doesNotContain(student.id())
                .doesNotContain(application);
    }

    @Test
    void whoeverIsErasedIsForgottenWithAllTheyWereTold(@Autowired MongoDatabase database) {
        Person student = Person.knownSpeaking("ru", port);
        applications.tell(submitted(application, student.id()), 2);
        String told = student.inboxOf(1).getFirst().at("/id").asString();
        assertThat(student.api().get("/api/notifications/export").text()).contains(told, student.address());

        Instant at = Instant.now();
        applications.broker().tell(EventType.PERSON_ERASED, "kz-" + student.id(), 3, """
                {"account": "%s", "at": "%s"}""".formatted(student.id(), at));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> database.getCollection("recipients").countDocuments(Filters.eq("_id", student.id())) == 0
                        && database.getCollection("messages").countDocuments(Filters.eq("recipientId", student.id()))
                                == 0);
        assertThat(database.getCollection("messages")
                        .find(Filters.eq("_id", told))
                        .first()
                        .toJson())
                .doesNotContain(student.id(), application);
        assertThat(student.inbox().at("/items")).isEmpty();
    }

    @Test
    void pagesHoldEveryMessageOnceNewestFirst() {
        Person student = Person.knownSpeaking("en", port);
        LongStream.rangeClosed(1, 7).forEach(seq -> applications.tell(submitted(application, student.id()), seq));
        student.inboxOf(7);

        List<String> instants = new ArrayList<>();
        String next = "";
        do {
            Answer page = student.api().get("/api/notifications?limit=3&after=" + next);
            page.body().at("/items").forEach(item -> instants.add(item.at("/at").asString()));
            next = page.at("/next");
        } while (!next.isEmpty());

        assertThat(instants).hasSize(7).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void poisonGoesAsideWithItsReasonAndTheRestPasses() {
        Person student = Person.knownSpeaking("en", port);
        String halfSaid = UUID.randomUUID().toString();

        applications.broker().tellRubbish(Topics.APPLICATIONS, application, "not an event");
        applications.tell(
                new ApplicationEvent.Submitted(
                        application(halfSaid, student.id(), ApplicationState.SUBMITTED), null, null, null, null),
                1);
        applications.tell(submitted(application, student.id()), 2);

        assertThat(student.inboxOf(1)).hasSize(1);
        assertThat(reason(application)).contains("Not an event of Yol");
        assertThat(reason(halfSaid)).contains("no receipt");
    }

    private String reason(String key) {
        var dead = applications.broker().await(message -> key.equals(message.key()));
        return EventProbe.header(dead, "kafka_dlt-exception-message")
                + EventProbe.header(dead, "kafka_dlt-exception-stacktrace");
    }
}
