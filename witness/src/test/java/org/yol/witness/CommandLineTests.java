package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @Test
    void addressOfTheLogIsEnough() {
        var asked = CommandLine.parse("--log", "https://yol.example.org/api/log/");
        assertThat(asked.log()).isEqualTo(URI.create("https://yol.example.org/api/log"));
        assertThat(asked.state()).isEqualTo(Path.of("witness"));
        assertThat(asked.keyFile()).isEqualTo(Path.of("witness/key"));
        assertThat(asked.every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(asked.once()).isFalse();
        assertThat(asked.port()).isEmpty();
    }

    @Test
    void takesAllElse() {
        var asked = CommandLine.parse(
                ("--once --log http://localhost:8080/api/log --state s --key-file k --country KZ --every 2m"
                                + " --name witness.example.kz --listen 8090 --log-key"
                                + " PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                        .split(" "));
        assertThat(asked.once()).isTrue();
        assertThat(asked.keyFile()).isEqualTo(Path.of("k"));
        assertThat(asked.every()).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked.port()).hasValue(8090);
        assertThat(asked.country()).contains("KZ");
        assertThat(asked.name()).contains("witness.example.kz");
        assertThat(asked.logKey())
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("PeterNeumann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--once",
                "--log",
                "--log ftp://x/api/log",
                "--log /api/log",
                "--log http://x --every 5",
                "--log http://x --every 0s",
                "--log http://x --country Kazakhstan",
                "--log http://x --listen 70000",
                "--log http://x --listen -1",
                "--log http://x --log-key rubbish",
                "--log http://x --lock",
                "http://x"
            })
    void saysWhatItDoesNotUnderstand(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(words.split(" ")))
                .withMessageMatching(
                        "Say where.*|.*no address.*|.*needs a value.*|.*not known.*|.*Give .*|.*is no key.*");
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        var waiting = new Waiting(Duration.ofSeconds(5), Duration.ofSeconds(15));
        assertThat(waiting.afterTrouble(Duration.ZERO)).hasSeconds(5);
        assertThat(waiting.afterTrouble(Duration.ZERO)).hasSeconds(10);
        assertThat(waiting.afterTrouble(Duration.ZERO)).hasSeconds(15);
        assertThat(waiting.afterTrouble(Duration.ofSeconds(60))).hasSeconds(60);
        assertThat(waiting.isOverTrouble()).isTrue();
        assertThat(waiting.afterSuccess()).hasSeconds(5);
        assertThat(waiting.isOverTrouble()).isFalse();
        assertThat(waiting.afterTrouble(Duration.ZERO)).hasSeconds(5);
    }
}
