package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogProofsTests {

    @Test
    void rehearsalMakesAndChecksProofs() {
        assertThat(new LogProofs(CommandLine.parse("log-proofs", "--quick")).measure())
                .extracting(Row::what)
                .containsExactly(
                        "inclusion proof in a log of 400 entries, p99",
                        "its hashes",
                        "check of 40 entries against the checkpoint");
    }
}
