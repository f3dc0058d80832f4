package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TerminalTests {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T10:00:00.5Z"), ZoneOffset.UTC);

    private Terminal terminal(boolean coloured) {
        return new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), coloured, clock);
    }

    @Test
    void saysWhen() {
        terminal(true).say("countersigned");
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("10:00:00  countersigned\n");
    }

    @Test
    void alarmsInRedWhereThereAreColours() {
        terminal(true).alarm("one\ntwo");
        terminal(false).alarm("three");
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("\u001b[1;31mone\u001b[0m\n\u001b[1;31mtwo\u001b[0m\nthree\n");
    }

    @Test
    void whatTheLogSaysDoesNotMoveTheCursor() {
        terminal(true).say("a\u001b[2J\u009b2J\u202eb\nc");
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("10:00:00  a [2J 2J b c\n");
    }
}
