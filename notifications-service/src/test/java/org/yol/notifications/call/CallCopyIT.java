package org.yol.notifications.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.notifications.message.MessageFixtures.answered;
import static org.yol.notifications.message.MessageFixtures.withdrawn;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.OfferAnswer;
import org.yol.contracts.SelectionEvent;
import org.yol.notifications.Applications;
import org.yol.notifications.NotificationsTest;
import org.yol.notifications.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@NotificationsTest
class CallCopyIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NEXT_MONTH =
            Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    private static final Instant LATER = NEXT_MONTH.plus(31, ChronoUnit.DAYS);
    private static final Instant OVER = Instant.parse("2022-01-15T14:59:00Z");

    private final Applications applications = new Applications();
    private final String callId = "call-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private Calls calls;

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void aMessageSaysTheDeadlineThatHoldsForItsReaderWhenItIsRead() {
        Person kazakh = Person.citizenOf("KZ", port);
        Person tajik = Person.citizenOf("TJ", port);
        tell(1, OVER);
        awaitCall(OVER, OVER);
        for (Person reader : List.of(kazakh, tajik)) {
            applications.tell(withdrawn(UUID.randomUUID().toString(), reader.id(), callId), 2);
            reader.inboxOf(1);
        }
        assertThat(text(kazakh)).endsWith("The call has closed.");

        tell(2, NEXT_MONTH);
        awaitCall(NEXT_MONTH, NEXT_MONTH);
        assertThat(text(kazakh)).contains("Until ").contains("(Almaty time, GMT+5)");
        String before = text(tajik);

        tell(3, NEXT_MONTH, LATER);
        awaitCall(LATER, NEXT_MONTH);
        assertThat(text(kazakh)).contains("Until ").contains(day(LATER)).doesNotContain(day(NEXT_MONTH));
        assertThat(text(tajik)).isEqualTo(before).contains("Until ").contains(day(NEXT_MONTH));
    }

    @Test
    void aMessageOfACallThatIsNotHeardOfSaysWhatIsKnown() {
        Person reader = Person.citizenOf("KZ", port);

        applications.tell(withdrawn(UUID.randomUUID().toString(), reader.id(), callId), 2);

        assertThat(reader.inboxOf(1).getFirst().at("/title").asString())
                .isEqualTo("You have withdrawn your application: Research students 2027");
        assertThat(text(reader)).endsWith("As long as the call is open, you can start again with your old answers.");
    }

    @Test
    void aMessageNamesTheProgrammeAsItIsCalledNow() {
        Person reader = Person.citizenOf("KZ", port);
        tell(1, NEXT_MONTH);
        awaitCall(NEXT_MONTH, NEXT_MONTH);
        applications.tell(withdrawn(UUID.randomUUID().toString(), reader.id(), callId), 2);
        reader.inboxOf(1);

        ObjectNode renamed = call(NEXT_MONTH);
        ((ObjectNode) renamed.get("title")).put("en", "Research students and fellows");
        applications.broker().tell(EventType.CALL_PUBLISHED, callId, 2, renamed.toString());

        await().atMost(SOON)
                .until(() -> reader.inbox()
                        .at("/items/0/title")
                        .asString()
                        .equals("You have withdrawn your application: Research students and fellows"));
    }

    @Test
    void coordinatorsOfACallHearOfItsSelectionAndOfAnswersTogether() {
        String provider = "provider-" + callId;
        Person coordinator = Person.coordinatorOf(provider, port);
        Person elsewhere = Person.coordinatorOf("another-" + callId, port);
        ObjectNode own = call(NEXT_MONTH).put("providerId", provider);
        applications.broker().tell(EventType.CALL_PUBLISHED, callId, 1, own.toString());
        awaitCall(NEXT_MONTH, NEXT_MONTH);
        var ready = new SelectionEvent.Fixed(callId, "run-" + callId, "00", OVER);

        applications.tell(ready, 1);
        applications.tell(ready, 1);
        assertThat(coordinator.inboxOf(1).getFirst().at("/title").asString()).startsWith("The selection is ready: ");
        for (OfferAnswer answer : List.of(OfferAnswer.ACCEPTED, OfferAnswer.DECLINED, OfferAnswer.ACCEPTED)) {
            String application = UUID.randomUUID().toString();
            applications.tell(answered(application, "student-" + application, callId, answer), 4);
            applications.tell(answered(application, "student-" + application, callId, answer), 4);
        }

        JsonNode message = coordinator.inboxOf(2).getFirst();
        assertThat(message.at("/text").asString()).startsWith("Accepted: 2. Declined: 1. Ended without an answer: 0.");
        assertThat(message.at("/link").asString()).isEqualTo("/manage/calls/" + callId + "/applications");
        assertThat(elsewhere.inbox().at("/items")).isEmpty();
    }

    /** However many others came in between, and though the first was told long ago. */
    @Test
    void anAnswerThatComesAgainLateIsToldOnce() {
        String provider = "provider-" + callId;
        Person coordinator = Person.coordinatorOf(provider, port);
        applications
                .broker()
                .tell(
                        EventType.CALL_PUBLISHED,
                        callId,
                        1,
                        call(NEXT_MONTH).put("providerId", provider).toString());
        awaitCall(NEXT_MONTH, NEXT_MONTH);
        String first = UUID.randomUUID().toString();
        applications.tell(answered(first, "student", callId, OfferAnswer.ACCEPTED), 4);
        coordinator.inboxOf(1);
        for (int other = 0; other < 60; other++) {
            String application = UUID.randomUUID().toString();
            applications.tell(answered(application, "student", callId, OfferAnswer.DECLINED), 4);
        }
        await().atMost(SOON).until(() -> told(coordinator, "Declined") == 60);

        applications.tell(answered(first, "student", callId, OfferAnswer.ACCEPTED), 4);
        // The same key, so that it is heard only after that.
        applications.tell(answered(first, "student", callId, OfferAnswer.DECLINED), 9);

        await().atMost(SOON).until(() -> told(coordinator, "Declined") == 61);
        assertThat(told(coordinator, "Accepted")).isEqualTo(1);
    }

    /** How many of a kind somebody was told of in all. */
    private static int told(Person coordinator, String kind) {
        return Pattern.compile(kind + ": (\\d+)")
                .matcher(coordinator.inbox().at("/items").toString())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    @Test
    void whatIsDroppedIsThereAgainAfterAStartWithTheLastWord(
            @Autowired MongoDatabase database, @Autowired KafkaListenerEndpointRegistry listeners) {
        tell(1, NEXT_MONTH);
        tell(2, NEXT_MONTH, LATER);
        awaitCall(LATER, NEXT_MONTH);

        listeners.stop();
        database.getCollection("calls").drop();
        await().atMost(SOON).until(() -> calls.recent(List.of(callId)).isEmpty());
        listeners.start();

        awaitCall(LATER, NEXT_MONTH);
        assertThat(calls.recent(List.of(callId)).get(callId).seq()).isEqualTo(2);
    }

    @Test
    void anOlderWordThatComesLateChangesNothing() {
        String other = "call-" + UUID.randomUUID();
        tell(2, NEXT_MONTH, LATER);
        tell(1, OVER);
        // The same key, so that it is heard only after the above.
        applications
                .broker()
                .tell(
                        EventType.CALL_PUBLISHED,
                        callId,
                        1,
                        call(NEXT_MONTH).put("callId", other).toString());
        await().atMost(SOON).until(() -> calls.recent(List.of(other)).containsKey(other));

        awaitCall(LATER, NEXT_MONTH);
    }

    /** Until it is known that the call closes so for Kazakhs, and so for Tajiks. */
    private void awaitCall(Instant kazakh, Instant tajik) {
        await().atMost(SOON)
                .until(() -> Optional.ofNullable(calls.recent(List.of(callId)).get(callId))
                        .filter(call -> call.deadline("KZ").stated().equals(kazakh))
                        .filter(call -> call.deadline("TJ").stated().equals(tajik))
                        .isPresent());
    }

    private void tell(long seq, Instant closes) {
        applications
                .broker()
                .tell(EventType.CALL_PUBLISHED, callId, seq, call(closes).toString());
    }

    private void tell(long seq, Instant closes, Instant forKazakhs) {
        ObjectNode call = call(closes);
        call.withArray("extensions")
                .add(JsonMapper.shared()
                        .valueToTree(Map.of(
                                "countries", List.of("KZ"),
                                "closes", forKazakhs.toString(),
                                "reason", "Internet access was interrupted",
                                "grantedAt", OVER.toString())));
        applications.broker().tell(EventType.CALL_PUBLISHED, callId, seq, call.toString());
    }

    private ObjectNode call(Instant closes) {
        ObjectNode call = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.json(EventType.CALL_PUBLISHED));
        call.put("callId", callId)
                .put("closes", closes.toString())
                .withArray("extensions")
                .removeAll();
        return call;
    }

    private static String text(Person reader) {
        return reader.inbox().at("/items/0/text").asString();
    }

    /** As it stands in a text, in Almaty as in Dushanbe. */
    private static String day(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
                .format(instant.atOffset(ZoneOffset.ofHours(5)));
    }
}
