package org.yol.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of proofs (RFC 9162, 2.1.3.2 and 2.1.4.2). None of them throws because of what a proof says. */
public final class Proofs {

    private Proofs() {}

    /**
     * Whether a proof shows that an entry is in a tree.
     *
     * @param leaf {@link Hash#ofLeaf} of the entry
     * @param index of the entry, from 0
     * @param size of the tree
     * @param root of the tree
     */
    public static boolean isIncluded(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether a proof shows that a tree grew from an earlier one with nothing changed.
     *
     * @param earlierSize of the earlier tree; every tree grew from one of 0 entries, with an empty proof
     * @param size of the later tree
     */
    public static boolean isConsistent(long earlierSize, Hash earlierRoot, long size, Hash root, List<Hash> proof) {
        if (earlierSize < 0 || earlierSize > size) {
            return false;
        }
        if (earlierSize == 0) {
            return proof.isEmpty() && earlierRoot.equals(Hash.EMPTY_TREE) && (size > 0 || root.equals(Hash.EMPTY_TREE));
        }
        if (earlierSize == size) {
            return proof.isEmpty() && earlierRoot.equals(root);
        }
        return rootsOf(earlierSize, size, whole(earlierSize, earlierRoot, proof))
                .filter(new Roots(earlierRoot, root)::equals)
                .isPresent();
    }

    /**
     * The roots that a proof of consistency leads to. Where the earlier size is a power of two, the proof has to begin
     * with the hash of the whole earlier tree, which {@link Tree#consistency} and RFC 9162 leave out: who checks has
     * it.
     *
     * <p>A proof that leads to the root of a later tree is made of hashes of that tree. So the earlier root it leads to
     * is the one which the later tree's history really had.
     *
     * @param earlierSize more than 0, less than {@code size}
     * @return nothing when the proof has not the length that these sizes want
     */
    public static Optional<Roots> rootsOf(long earlierSize, long size, List<Hash> proof) {
        if (earlierSize <= 0 || earlierSize >= size || proof.isEmpty()) {
            return Optional.empty();
        }
        long node = earlierSize - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        Hash earlier = proof.getFirst();
        Hash later = earlier;
        for (Hash beside : proof.subList(1, proof.size())) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                earlier = Hash.ofNode(beside, earlier);
                later = Hash.ofNode(beside, later);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = Hash.ofNode(later, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(new Roots(earlier, later)) : Optional.empty();
    }

    /** The proof with what RFC 9162 leaves out of it. */
    static List<Hash> whole(long earlierSize, Hash earlierRoot, List<Hash> proof) {
        if (Long.bitCount(earlierSize) > 1) {
            return proof;
        }
        var whole = new ArrayList<>(proof);
        whole.addFirst(earlierRoot);
        return whole;
    }

    /**
     * Where a proof of consistency leads to.
     *
     * @param earlier root of the earlier tree
     * @param later root of the later tree
     */
    public record Roots(Hash earlier, Hash later) {}
}
