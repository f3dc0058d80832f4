package org.yol.platform.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTests {

    @Test
    void wordsAreUnderstood() {
        assertThat(command("dead-letters list")).isEqualTo(new Command.ListDeadLetters());
        assertThat(command("dead-letters show yol.calls-dlt 2 17"))
                .isEqualTo(new Command.ShowDeadLetter(new Command.Place("yol.calls-dlt", 2, 17)));
        assertThat(command("dead-letters retell yol.calls-dlt 2 17"))
                .isEqualTo(new Command.RetellDeadLetter(new Command.Place("yol.calls-dlt", 2, 17)));
        assertThat(command("dead-letters retell --all")).isEqualTo(new Command.RetellAllDeadLetters());
        assertThat(command("retell calls")).isEqualTo(new Command.RetellCollection("calls"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "dead-letters",
                "dead-letters show yol.calls-dlt",
                "dead-letters show yol.calls-dlt two 17",
                "dead-letters retell",
                "retell",
                "retell a b"
            })
    void whatIsNoCommandIsAnsweredWithThoseThereAre(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command(words))
                .withMessageContaining("dead-letters list")
                .withMessageContaining("retell <collection>");
    }

    private static Command command(String words) {
        return Command.of(List.of(words.split(" ")));
    }
}
