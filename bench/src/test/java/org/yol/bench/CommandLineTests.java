package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.bench.CommandLine.Scenario;

class CommandLineTests {

    @Test
    void eachScenarioHasItsUsualNumbers() {
        assertThat(CommandLine.parse("starts"))
                .returns(32, CommandLine::clients)
                .returns(3_000, CommandLine::count);
        assertThat(CommandLine.parse("submissions"))
                .returns(64, CommandLine::clients)
                .returns(3_000, CommandLine::count);
        assertThat(CommandLine.parse("lists")).returns(16, CommandLine::clients).returns(200, CommandLine::count);
    }

    @Test
    void takesOtherNumbersAndServicesInTheirOrder() {
        CommandLine asked = CommandLine.parse(
                "starts", "--count", "10", "--service", "http://a:1", "--clients", "4", "--service", "http://b:2");

        assertThat(asked.scenario()).isEqualTo(Scenario.STARTS);
        assertThat(asked.clients()).isEqualTo(4);
        assertThat(asked.count()).isEqualTo(10);
        assertThat(asked.services()).containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sleeps", "starts --clients", "starts --clients 0", "starts --count many", "starts --x 1"})
    void saysWhatItDoesNotUnderstand(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(words.isEmpty() ? new String[0] : words.split(" ")))
                .withMessageMatching(
                        "Say what.*|.*nothing that is measured.*|.*needs a value.*|.*number.*|.*not known.*");
    }
}
