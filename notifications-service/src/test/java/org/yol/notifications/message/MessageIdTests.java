package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageIdTests {

    private static final String ID = MessageId.of("a1", 3, "aigerim", Template.SUBMITTED);

    @Test
    void theSameHappeningHasTheSameId() {
        assertThat(MessageId.of("a1", 3, "aigerim", Template.SUBMITTED)).isEqualTo(ID);
        assertThat(ID).matches("[0-9a-f]{32}");
    }

    @Test
    void everyPartMakesADifference() {
        assertThat(Set.of(
                        ID,
                        MessageId.of("a2", 3, "aigerim", Template.SUBMITTED),
                        MessageId.of("a1", 4, "aigerim", Template.SUBMITTED),
                        MessageId.of("a1", 3, "nurlan", Template.SUBMITTED),
                        MessageId.of("a1", 3, "aigerim", Template.WITHDRAWN)))
                .hasSize(5);
    }
}
