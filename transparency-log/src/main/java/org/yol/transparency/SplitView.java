package org.yol.transparency;

import java.util.Collection;
import java.util.List;

/**
 * Evidence, for anybody who has the log's keys, that it signed two histories: two trees of the same size with other
 * roots, or a tree whose own history had another root at the size of the other one.
 *
 * @param one the checkpoint with the fewer entries
 * @param other the checkpoint with as many or more
 * @param consistency from the size of {@code one} to {@code other}'s root, as {@link Proofs#rootsOf} wants it; empty
 *     when both have the same size
 */
public record SplitView(SignedNote one, SignedNote other, List<Hash> consistency) {

    private static final String FIRST_LINE = "yol split-view v1";

    public SplitView {
        consistency = List.copyOf(consistency);
    }

    /**
     * The evidence that a later tree does not hold an earlier one.
     *
     * @param later tree of {@code other}, of which both root and proof are taken
     */
    public static SplitView of(SignedNote one, SignedNote other, Tree later) {
        long size = Checkpoint.parse(one.text()).size();
        if (size == later.size()) {
            return new SplitView(one, other, List.of());
        }
        return new SplitView(one, other, Proofs.whole(size, later.root(size), later.consistency(size)));
    }

    /** @throws IllegalArgumentException when it has not the form */
    public static SplitView parse(String text) {
        String[] head = HashLines.splitAtEmptyLine(text, "evidence");
        List<String> lines = List.of(head[0].split("\n", -1));
        if (!lines.getFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("Evidence begins with " + FIRST_LINE);
        }
        // Neither checkpoints nor signatures have empty lines.
        String[] parts = head[1].split("\n\n", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Evidence has two checkpoints with their signatures");
        }
        return new SplitView(
                SignedNote.parse(parts[0] + "\n\n" + parts[1] + "\n"),
                SignedNote.parse(parts[2] + "\n\n" + parts[3]),
                HashLines.parse(lines.subList(1, lines.size())));
    }

    /** The text form, for a file. */
    @Override
    public String toString() {
        return FIRST_LINE + "\n" + HashLines.of(consistency) + "\n" + one + "\n" + other;
    }

    /**
     * Checks that this is evidence.
     *
     * @param keys of the log
     * @throws IllegalArgumentException when it is none, with why
     */
    public void verify(Collection<VerifierKey> keys) {
        // A witness's signature does not blame the log.
        var logKeys = keys.stream()
                .filter(key -> key.algorithm() == Algorithm.ED25519)
                .toList();
        if (one.verifiedBy(logKeys).isEmpty() || other.verifiedBy(logKeys).isEmpty()) {
            throw new IllegalArgumentException("The log did not sign both checkpoints");
        }
        var earlier = Checkpoint.parse(one.text());
        var later = Checkpoint.parse(other.text());
        if (!earlier.origin().equals(later.origin())) {
            throw new IllegalArgumentException("The checkpoints are of two logs");
        }
        if (earlier.size() == later.size()) {
            if (earlier.root().equals(later.root())) {
                throw new IllegalArgumentException("Both checkpoints are of the same tree");
            }
            return;
        }
        var roots = Proofs.rootsOf(earlier.size(), later.size(), consistency)
                .filter(found -> found.later().equals(later.root()))
                .orElseThrow(() -> new IllegalArgumentException("The proof does not lead to the later checkpoint"));
        if (roots.earlier().equals(earlier.root())) {
            throw new IllegalArgumentException("The later tree grew from the earlier one with nothing changed");
        }
    }

    boolean isVerifiedBy(Collection<VerifierKey> keys) {
        try {
            verify(keys);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
