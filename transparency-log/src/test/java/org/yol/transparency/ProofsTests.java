package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProofsTests {

    private static final TestLog LOG = TestLog.of("log.example", 700);

    @Property(tries = 300)
    void anyChangeOfAnInclusionIsSeen(
            @ForAll @IntRange(min = 2, max = 700) int size,
            @ForAll @IntRange(max = 699) int entry,
            @ForAll @IntRange(max = 31) int place,
            @ForAll @IntRange(max = 20) int line) {
        int index = entry % size;
        Hash leaf = LOG.leaf(index);
        Hash root = LOG.root(size);
        List<Hash> proof = LOG.tree(size).inclusion(index);

        assertThat(Proofs.isIncluded(TestLog.changed(leaf, place), index, size, root, proof))
                .isFalse();
        assertThat(Proofs.isIncluded(leaf, index, size, TestLog.changed(root, place), proof))
                .isFalse();
        assertThat(Proofs.isIncluded(
                        leaf,
                        index,
                        size,
                        root,
                        TestLog.changed(proof, line % proof.size(), hash -> TestLog.changed(hash, place))))
                .isFalse();
        assertThat(Proofs.isIncluded(leaf, index, size, root, proof.subList(1, proof.size())))
                .isFalse();
        assertThat(Proofs.isIncluded(leaf, index, size, root, longer(proof))).isFalse();
        assertThat(Proofs.isIncluded(leaf, (index + 1) % size, size, root, proof))
                .isFalse();
    }

    @Property(tries = 300)
    void anyChangeOfAConsistencyIsSeen(
            @ForAll @IntRange(min = 2, max = 700) int size,
            @ForAll @IntRange(max = 699) int before,
            @ForAll @IntRange(max = 31) int place,
            @ForAll @IntRange(max = 20) int line) {
        int earlier = 1 + before % (size - 1);
        Hash root = LOG.root(size);
        Hash earlierRoot = LOG.root(earlier);
        List<Hash> proof = LOG.tree(size).consistency(earlier);

        assertThat(Proofs.isConsistent(earlier, TestLog.changed(earlierRoot, place), size, root, proof))
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, earlierRoot, size, TestLog.changed(root, place), proof))
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, root, size, earlierRoot, proof)).isFalse();
        assertThat(Proofs.isConsistent(
                        earlier,
                        earlierRoot,
                        size,
                        root,
                        TestLog.changed(proof, line % proof.size(), hash -> TestLog.changed(hash, place))))
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, earlierRoot, size, root, proof.subList(1, proof.size())))
                .isFalse();
        assertThat(Proofs.isConsistent(earlier, earlierRoot, size, root, longer(proof)))
                .isFalse();
        assertThat(Proofs.isConsistent(size, root, earlier, earlierRoot, proof)).isFalse();
    }

    @Example
    void everyTreeGrewFromNone() {
        assertThat(Proofs.isConsistent(0, Hash.EMPTY_TREE, 7, LOG.root(7), List.of()))
                .isTrue();
        assertThat(Proofs.isConsistent(0, Hash.EMPTY_TREE, 0, Hash.EMPTY_TREE, List.of()))
                .isTrue();
        assertThat(Proofs.isConsistent(0, Hash.EMPTY_TREE, 0, LOG.root(7), List.of()))
                .isFalse();
        assertThat(Proofs.isConsistent(0, LOG.root(1), 7, LOG.root(7), List.of()))
                .isFalse();
        assertThat(Proofs.isConsistent(0, Hash.EMPTY_TREE, 7, LOG.root(7), List.of(LOG.leaf(0))))
                .isFalse();
    }

    @Example
    void sameTreeNeedsNoProof() {
        assertThat(Proofs.isConsistent(7, LOG.root(7), 7, LOG.root(7), List.of()))
                .isTrue();
        assertThat(Proofs.isConsistent(7, LOG.root(7), 7, LOG.root(7), List.of(LOG.leaf(0))))
                .isFalse();
        assertThat(Proofs.isConsistent(7, LOG.root(7), 7, LOG.root(8), List.of()))
                .isFalse();
    }

    @Example
    void numbersThatNoTreeHasAreRefused() {
        assertThat(Proofs.isIncluded(LOG.leaf(0), -1, 1, LOG.root(1), List.of()))
                .isFalse();
        assertThat(Proofs.isIncluded(LOG.leaf(0), 0, 0, LOG.root(1), List.of())).isFalse();
        assertThat(Proofs.isIncluded(LOG.leaf(0), 1, 1, LOG.root(1), List.of())).isFalse();
        assertThat(Proofs.isConsistent(-1, LOG.root(1), 1, LOG.root(1), List.of()))
                .isFalse();
        assertThat(Proofs.isConsistent(8, LOG.root(8), Long.MAX_VALUE, LOG.root(9), List.of()))
                .isFalse();
        assertThat(Proofs.rootsOf(7, 8, List.of())).isEmpty();
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(LOG.leaf(0));
        return longer;
    }
}
