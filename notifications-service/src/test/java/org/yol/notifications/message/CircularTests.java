package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.yol.notifications.message.MessageFixtures.DECEMBER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CallChanged.Applicant;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.platform.event.ReceivedEvent;

/** What many are told at once. */
class CircularTests {

    private static final Applicant NURLAN = new Applicant("kg-1", "nurlan", "KG", true);
    private static final Applicant AIGERIM = new Applicant("kz-2", "aigerim", "KZ", false);

    @Test
    void goldenEventMakesAMessageForEachOfItsApplicants() {
        CallChanged golden = (CallChanged) GoldenEvents.event(EventType.CALL_CHANGED);

        List<Message> messages = circular(golden, 3).messages(DECEMBER);

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.recipientId()).isEqualTo("nurlan");
            assertThat(message.template()).isEqualTo(Template.CALL_EXTENDED);
            assertThat(message.link()).isEqualTo("/applications/kg-0f0d2a52-7f0e-4c39-9f3c-0b8d6a1d7a11");
            assertThat(message.particulars().callId()).isEqualTo("mext-research-2027-kg");
            assertThat(message.particulars().changed().standing()).isEqualTo("submitted");
            assertThat(message.created(DECEMBER).due())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.work()).isEqualTo(Message.CIRCULAR_MAIL));
        });
    }

    @Test
    void whoeverIsNamedByTwoEventsOfOneChangeHasOneMessage() {
        Message first = circular(changed("call-1", ChangeKind.CLOSING, NURLAN, AIGERIM), 1)
                .messages(DECEMBER)
                .getLast();
        Message again = circular(changed("call-1", ChangeKind.CLOSING, AIGERIM), 2)
                .messages(DECEMBER)
                .getFirst();
        Message other = circular(changed("call-2", ChangeKind.CLOSING, AIGERIM), 1)
                .messages(DECEMBER)
                .getFirst();

        assertThat(first.id()).isEqualTo(again.id()).isNotEqualTo(other.id());
        assertThat(first.recipientId()).isEqualTo("aigerim");
    }

    @Test
    void aChangeOfANewerReleaseIsToldToNobody() {
        assertThat(circular(changed("call-1", ChangeKind.UNKNOWN, NURLAN), 1).messages(DECEMBER))
                .isEmpty();
    }

    @Test
    void everybodyWithADraftIsRemindedOnceOfADeadlineAndNoLongerOnceItIsOver() {
        DeadlineNear golden = (DeadlineNear) GoldenEvents.event(EventType.DEADLINE_NEAR);
        Instant end = golden.closes().plusSeconds(60);

        List<Message> messages = reminder(golden, 3).messages(end.minusMillis(1));

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.recipientId()).isEqualTo("nurlan");
            assertThat(message.template()).isEqualTo(Template.DEADLINE_NEAR);
            assertThat(message.link()).isEqualTo("/applications/kg-0f0d2a52-7f0e-4c39-9f3c-0b8d6a1d7a11");
            assertThat(message.at()).isEqualTo(DECEMBER);
            assertThat(message.particulars().changed().deadline(null).stated()).isEqualTo(golden.closes());
            assertThat(message.created(DECEMBER).due())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.work()).isEqualTo(Message.CIRCULAR_MAIL));
        });
        assertThat(reminder(golden, 4).messages(DECEMBER).getFirst().id())
                .isEqualTo(messages.getFirst().id());
        assertThat(reminder(golden, 3).messages(end)).isEmpty();
    }

    @Test
    void halfAnEventIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() ->
                        circular(changed("call-1", ChangeKind.CLOSING, new Applicant("kg-1", null, "KG", true)), 1))
                .withMessage("no student");
    }

    private static Circular circular(CallChanged changed, long seq) {
        String key = changed.callId() + "/" + changed.change().id();
        return Circular.of(changed, new ReceivedEvent("event", key, seq, DECEMBER, changed));
    }

    private static Circular reminder(DeadlineNear told, long seq) {
        return Circular.of(told, new ReceivedEvent("event", told.callId() + "/deadline", seq, DECEMBER, told));
    }

    private static CallChanged changed(String id, ChangeKind kind, Applicant... applicants) {
        CallChange change = new CallChange(id, kind, DECEMBER, "Snow", Instant.MAX, List.of());
        return new CallChanged(
                "call", 2, Map.of("en", "Research students 2027"), "Asia/Bishkek", change, List.of(applicants));
    }
}
