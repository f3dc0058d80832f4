package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.DECEMBER;
import static org.yol.notifications.message.MessageFixtures.FEBRUARY;
import static org.yol.notifications.message.MessageFixtures.message;
import static org.yol.notifications.message.MessageFixtures.submitted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;

class MessageTests {

    private static final Message MESSAGE = message(submitted("a1", "aigerim"));

    @Test
    void mailOfANewMessageIsDueAtOnce() {
        Change<Message> created = MESSAGE.created(DECEMBER);

        assertThat(created.state().mail()).isEqualTo(Delivery.PENDING);
        assertThat(created.due()).containsExactly(new Schedule("mail", DECEMBER));
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "NOT_WANTED", "FAILED"})
    void nothingIsLeftToDoAboutAMailThatHasCome(Delivery end) {
        Change<Message> mailed = MESSAGE.mailed(end);

        assertThat(mailed.state().mail()).isEqualTo(end);
        assertThat(mailed.due()).containsExactly(new Schedule("mail", null));
        assertThat(mailed.events()).isEmpty();
    }

    @Test
    void mailWithoutAddressIsLookedAtAgain() {
        Change<Message> waiting = MESSAGE.mailedWhenThereIsAnAddress(FEBRUARY);

        assertThat(waiting.state().mail()).isEqualTo(Delivery.WAITING_FOR_ADDRESS);
        assertThat(waiting.due()).containsExactly(new Schedule("mail", FEBRUARY));
    }

    @Test
    void erasedMessageKeepsItsIdOnlyAndSendsNoMail() {
        Change<Message> erased = MESSAGE.erased();

        assertThat(erased.state()).isEqualTo(new Message(MESSAGE.id(), 0, null, null, null, null, null, true, null));
        assertThat(erased.due()).containsExactly(new Schedule("mail", null));
        assertThat(erased.state().isErased()).isTrue();
    }
}
