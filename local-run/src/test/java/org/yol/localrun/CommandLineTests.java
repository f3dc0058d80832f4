package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTests {

    @Test
    void startsWithoutAnyWord() {
        assertThat(CommandLine.parse().tokenOf()).isEmpty();
    }

    @Test
    void knowsWhoseTokenIsWanted() {
        assertThat(CommandLine.parse("token", "sato").tokenOf()).contains("sato");
    }

    @Test
    void asksWhoseTokenIsWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("token"))
                .withMessageContaining("./run token <account>");
    }

    @Test
    void knowsWhatIsAskedOfWhichService() {
        assertThat(CommandLine.parse("operate", "programs-service", "dead-letters", "retell", "--all")
                        .operation())
                .contains(new CommandLine.Operation("programs-service", List.of("dead-letters", "retell", "--all")));
    }

    @Test
    void asksWhatIsWantedOfAService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("operate", "programs-service"))
                .withMessageContaining("./run operate <service> <command>");
    }

    @Test
    void refusesWordsItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--frehs"))
                .withMessageContaining("'--frehs' is not known");
    }
}
