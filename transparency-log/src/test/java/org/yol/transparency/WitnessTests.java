package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yol.transparency.Witness.Cosigned;

/** Each answer of c2sp.org/tlog-witness. */
class WitnessTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final TestLog log = TestLog.of("yol.example/api/log", 40);
    private final List<VerifierKey> keys = List.of(log.key().verifierKey());
    private final SigningKey key = SigningKey.generate("kz.example/witness", Algorithm.COSIGNATURE);
    private final Map<String, SignedNote> remembered = new ConcurrentHashMap<>();
    private final Witness witness = witness(new Memory());

    private Witness witness(WitnessMemory memory) {
        return new Witness(key, Map.of(log.origin(), keys), memory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void cosignsWhatOnlyGrew() {
        for (int size : List.of(0, 1, 7, 8, 40, 300)) {
            int earlier = size();
            log.grownTo(size);
            var grown = log.tree(size).consistency(earlier);
            assertCosigned(new AddCheckpoint(earlier, grown, log.checkpoint(size)));
        }
    }

    private int size() {
        return remembered.isEmpty()
                ? 0
                : (int) Checkpoint.parse(remembered.get(log.origin()).text()).size();
    }

    private void assertCosigned(AddCheckpoint request) {
        var answer = witness.add(request);
        assertThat(answer.status()).isEqualTo(200);
        var signature = ((Cosigned) answer).signature();
        assertThat(signature.at()).isEqualTo(NOW);
        assertThat(request.checkpoint().with(signature).verifiedBy(List.of(key.verifierKey())))
                .containsExactly(key.verifierKey());
        assertThat(remembered.get(log.origin())).isEqualTo(request.checkpoint().onlyOf(keys));
    }

    @Test
    void cosignsTheSameTreeAgain() {
        assertCosigned(log.growth(0));
        assertCosigned(log.growth(40));
    }

    @Test
    void remembersSignaturesOfTheLogOnly() {
        var foreign = SigningKey.generate("foreign.example", Algorithm.ED25519);
        var note = log.checkpoint().with(foreign.sign(log.checkpoint().text()));
        assertCosigned(new AddCheckpoint(0, List.of(), note));
        assertThat(remembered.get(log.origin()).signatures()).hasSize(1);
    }

    @Test
    void answers400ToWhatMakesNoSense() {
        assertThat(witness.add(new AddCheckpoint(41, List.of(), log.checkpoint()))
                        .status())
                .isEqualTo(400);
        var text = "no\ncheckpoint\n";
        assertThat(witness.add(new AddCheckpoint(
                                0, List.of(), SignedNote.of(text, log.key().sign(text))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answers403ToWhatTheLogDidNotSign() {
        var stranger = log.fork(SigningKey.generate(log.origin(), Algorithm.ED25519), 40);
        assertThat(witness.add(stranger.growth(0)).status()).isEqualTo(403);
        var wrong = SignedNote.of(
                log.checkpoint().text(), log.checkpoint(39).signatures().getFirst());
        assertThat(witness.add(new AddCheckpoint(0, List.of(), wrong)).status()).isEqualTo(403);
        assertThat(remembered).isEmpty();
    }

    @Test
    void answers404ToALogItDoesNotKnow() {
        assertThat(witness.add(TestLog.of("other.example", 3).growth(0)).status())
                .isEqualTo(404);
    }

    @Test
    void answers409WithItsSizeToAnotherOldSize() {
        assertThat(witness.add(log.growth(7))).isEqualTo(new Witness.Conflict(0, Optional.empty()));
        assertCosigned(log.growth(0));
        log.grownTo(50);
        assertThat(witness.add(log.growth(0))).isEqualTo(new Witness.Conflict(40, Optional.empty()));
        assertThat(witness.add(log.growth(39)).status()).isEqualTo(409);
        assertThat(size()).isEqualTo(40);
    }

    @Test
    void neverCosignsASmallerTree() {
        assertCosigned(log.growth(0));
        for (int size : List.of(0, 1, 39)) {
            assertThat(witness.add(new AddCheckpoint(40, List.of(), log.checkpoint(size)))
                            .status())
                    .isEqualTo(400);
            assertThat(witness.add(new AddCheckpoint(0, List.of(), log.checkpoint(size)))
                            .status())
                    .isEqualTo(409);
        }
        assertThat(size()).isEqualTo(40);
    }

    @Test
    void answers409WithEvidenceToAnotherTreeOfTheSameSize() {
        assertCosigned(log.growth(0));
        var fork = log.fork(39).append("another");
        var answer = (Witness.Conflict) witness.add(fork.growth(40));
        assertThat(answer.size()).isEqualTo(40);
        assertThatCode(() -> answer.evidence().orElseThrow().verify(keys)).doesNotThrowAnyException();
    }

    @Test
    void answers422WithEvidenceToAnotherHistory() {
        log.grownTo(43);
        assertCosigned(log.growth(0));
        var fork = log.fork(42).append("another").grownTo(60);
        var answer = (Witness.Inconsistent) witness.add(fork.growth(43));
        assertThat(answer.status()).isEqualTo(422);
        assertThatCode(() -> answer.evidence().orElseThrow().verify(keys)).doesNotThrowAnyException();
        assertThat(size()).isEqualTo(43);
    }

    @Test
    void answers422WithoutEvidenceToAProofOfNothing() {
        assertCosigned(log.growth(0));
        log.grownTo(60);
        var rubbish = new AddCheckpoint(40, List.of(log.root(1)), log.checkpoint());
        assertThat(witness.add(rubbish)).isEqualTo(new Witness.Inconsistent(Optional.empty()));
        var fromNothing = new AddCheckpoint(0, List.of(log.root(1)), log.checkpoint());
        remembered.clear();
        assertThat(witness.add(fromNothing)).isEqualTo(new Witness.Inconsistent(Optional.empty()));
    }

    @Test
    void emptyTreeHasOneRoot() {
        var text = new Checkpoint(log.origin(), 0, log.root(1)).text();
        var empty = SignedNote.of(text, log.key().sign(text));
        assertThat(witness.add(new AddCheckpoint(0, List.of(), empty)).status()).isEqualTo(422);
    }

    @Test
    void signsNothingThatItCannotRemember() {
        var broken = witness(new Memory() {
            @Override
            public boolean compareAndSet(String origin, Optional<SignedNote> expected, SignedNote next) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> broken.add(log.growth(0)));
    }

    /**
     * The race of the specification: two requests are checked against the same tree, and one is kept after the other.
     */
    @Test
    void concurrentRequestsNeverTakeASizeBack() throws Exception {
        assertCosigned(log.growth(0));
        log.grownTo(1_000);
        var sizes = new ConcurrentLinkedQueue<Long>();
        var racing = witness(new Memory() {
            @Override
            public boolean compareAndSet(String origin, Optional<SignedNote> expected, SignedNote next) {
                Thread.yield();
                boolean set = super.compareAndSet(origin, expected, next);
                if (set) {
                    sizes.add(Checkpoint.parse(next.text()).size());
                }
                return set;
            }
        });
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        int earlier;
                        int size;
                        synchronized (log) {
                            earlier = size();
                            size = Math.min(1_000, earlier + 1 + i % 7);
                        }
                        return racing.add(
                                new AddCheckpoint(earlier, log.tree(size).consistency(earlier), log.checkpoint(size)));
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 409);
            }
        }
        assertThat(List.copyOf(sizes)).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
    }

    private class Memory implements WitnessMemory {
        @Override
        public Optional<SignedNote> last(String origin) {
            return Optional.ofNullable(remembered.get(origin));
        }

        @Override
        public synchronized boolean compareAndSet(String origin, Optional<SignedNote> expected, SignedNote next) {
            if (!last(origin).equals(expected)) {
                return false;
            }
            remembered.put(origin, next);
            return true;
        }
    }
}
