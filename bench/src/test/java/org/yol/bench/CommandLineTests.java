package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.CommandLine.Scenario;

class CommandLineTests {

    @Test
    void eachScenarioHasItsUsualNumbers() {
        assertThat(CommandLine.parse("submissions").number(Option.CONNECTIONS)).isEqualTo(64);
        assertThat(CommandLine.parse("crowd").number(Option.CONNECTIONS)).isEqualTo(256);
        assertThat(CommandLine.parse("results").number(Option.RATE)).isEqualTo(276);
    }

    @Test
    void takesOtherNumbersAndServicesInTheirOrder() {
        CommandLine asked = CommandLine.parse(
                "reads",
                "--stored",
                "20000",
                "--kill",
                "--service",
                "http://a:1",
                "--warm-up",
                "0",
                "--service",
                "http://b:2");

        assertThat(asked.scenario()).isEqualTo(Scenario.READS);
        assertThat(asked.number(Option.STORED)).isEqualTo(20_000);
        assertThat(asked.number(Option.WARM_UP)).isZero();
        assertThat(asked.flags()).containsExactly(Flag.KILL);
        assertThat(asked.services()).containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
    }

    @Test
    void aRehearsalIsSmallUnlessANumberIsGiven() {
        CommandLine asked = CommandLine.parse("crowd", "--quick", "--count", "900");

        assertThat(asked.number(Option.CONNECTIONS)).isEqualTo(8);
        assertThat(asked.number(Option.COUNT)).isEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sleeps", "reads --rate", "reads --rate -1", "reads --stored many", "reads --x 1", "reads x"
            })
    void saysWhatItDoesNotUnderstand(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(words.isEmpty() ? new String[0] : words.split(" ")))
                .withMessageMatching(
                        "Say what.*|.*nothing that is measured.*|.*needs a value.*|.*number.*|.*not known.*");
    }
}
