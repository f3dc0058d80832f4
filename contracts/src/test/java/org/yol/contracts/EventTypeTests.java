package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTests {

    @ParameterizedTest
    @EnumSource
    void typeIsFoundByItsNameAndByItsEvent(EventType type) {
        assertThat(EventType.of(type.type())).contains(type);
        assertThat(EventType.of(GoldenEvents.event(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void typeIsVersionedAndGoesThroughAKnownTopic(EventType type) {
        assertThat(type.type()).matches("org\\.yol\\.[a-z]+\\.[a-z-]+\\.v[1-9]\\d*");
        assertThat(Topics.ALL).contains(type.topic());
    }

    @Test
    void unknownTypeIsNotFoundAndCannotBeTold() {
        assertThat(EventType.of("org.yol.call.closed.v1")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.of(new UnknownEvent("org.yol.call.closed.v1")));
    }
}
