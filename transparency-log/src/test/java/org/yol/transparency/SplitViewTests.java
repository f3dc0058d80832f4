package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitViewTests {

    private static final TestLog LOG = TestLog.of("yol.example/api/log", 40);
    private static final TestLog FORK = LOG.fork(20).append("another").grownTo(50);
    private static final List<VerifierKey> KEYS = List.of(LOG.key().verifierKey());

    static SplitView evidence() {
        return SplitView.of(LOG.checkpoint(37), FORK.checkpoint(), FORK.tree());
    }

    @Test
    void twoHistoriesAreEvidenceAtEverySize() {
        for (int size = 21; size <= 40; size++) {
            var evidence = SplitView.of(LOG.checkpoint(size), FORK.checkpoint(), FORK.tree());
            assertThatCode(() -> evidence.verify(KEYS)).doesNotThrowAnyException();
            assertThat(SplitView.parse(evidence.toString())).isEqualTo(evidence);
        }
    }

    @Test
    void twoTreesOfOneSizeAreEvidence() {
        var evidence = SplitView.of(LOG.checkpoint(30), FORK.checkpoint(30), FORK.tree(30));
        assertThat(evidence.consistency()).isEmpty();
        assertThatCode(() -> evidence.verify(KEYS)).doesNotThrowAnyException();
        assertThat(SplitView.parse(evidence.toString())).isEqualTo(evidence);
    }

    @Test
    void oneHistoryIsNone() {
        for (int size = 1; size < 40; size++) {
            var grown = SplitView.of(LOG.checkpoint(size), LOG.checkpoint(), LOG.tree());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grown.verify(KEYS))
                    .withMessage("The later tree grew from the earlier one with nothing changed");
        }
        var same = SplitView.of(LOG.checkpoint(), LOG.checkpoint(), LOG.tree());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> same.verify(KEYS))
                .withMessage("Both checkpoints are of the same tree");
    }

    /** Whoever wants to blame an honest log has its checkpoints, and any hashes. */
    @Test
    void honestLogCannotBeBlamed() {
        var one = LOG.checkpoint(32);
        var other = LOG.checkpoint();
        var forged = SplitView.of(FORK.checkpoint(32), FORK.checkpoint(40), FORK.tree(40));
        assertRefused(
                new SplitView(one, other, forged.consistency()), "The proof does not lead to the later checkpoint");
        assertRefused(new SplitView(one, other, List.of()), "The proof does not lead to the later checkpoint");
        assertRefused(new SplitView(other, one, List.of()), "The proof does not lead to the later checkpoint");
        var right = SplitView.of(one, other, LOG.tree()).consistency();
        for (int line = 0; line < right.size(); line++) {
            assertRefused(
                    new SplitView(one, other, TestLog.changed(right, line, hash -> TestLog.changed(hash, 0))),
                    "The proof does not lead to the later checkpoint");
        }
    }

    @Test
    void everybodyCanSignButOnlyTheLogIsBlamedForIt() {
        var stranger = SigningKey.generate(LOG.origin(), Algorithm.ED25519);
        var forged = LOG.fork(stranger, 20).append("forged").grownTo(50);
        assertRefused(
                SplitView.of(LOG.checkpoint(37), forged.checkpoint(), forged.tree()),
                "The log did not sign both checkpoints");
        var witness = SigningKey.generate("kz.example/witness", Algorithm.COSIGNATURE);
        var text = forged.checkpoint().text();
        var cosigned = SignedNote.of(text, witness.cosign(text, Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitView(LOG.checkpoint(), cosigned, List.of())
                        .verify(List.of(KEYS.getFirst(), witness.verifierKey())))
                .withMessage("The log did not sign both checkpoints");
    }

    @Test
    void twoLogsOfOneKeyAreTwoLogs() {
        var text = new Checkpoint("second.example", 40, FORK.root(40)).text();
        assertRefused(
                new SplitView(LOG.checkpoint(), SignedNote.of(text, LOG.key().sign(text)), List.of()),
                "The checkpoints are of two logs");
    }

    private static void assertRefused(SplitView evidence, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence.verify(KEYS))
                .withMessage(why);
    }
}
