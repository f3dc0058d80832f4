package org.yol.transparency;

import java.util.Collection;
import java.util.List;

/**
 * All that shows to somebody without a connection that an entry is in a log (c2sp.org/tlog-proof).
 *
 * @param index of the entry, from 0
 * @param proof from the leaf up
 * @param checkpoint of the log, with its signature
 */
public record TransparencyProof(long index, List<Hash> proof, SignedNote checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TransparencyProof {
        proof = List.copyOf(proof);
        if (index < 0) {
            throw new IllegalArgumentException("The index of an entry is not negative: " + index);
        }
    }

    /**
     * Reads the text form. Extra data in it is dropped: nothing vouches for it.
     *
     * @throws IllegalArgumentException when it has not the form
     */
    public static TransparencyProof parse(String text) {
        String[] parts = HashLines.splitAtEmptyLine(text, "proof");
        List<String> lines = List.of(parts[0].split("\n", -1));
        if (!lines.getFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("A proof begins with " + FIRST_LINE);
        }
        int at = 1;
        if (lines.size() > at && lines.get(at).startsWith(EXTRA)) {
            Base64Text.decode(lines.get(at).substring(EXTRA.length()));
            at++;
        }
        if (lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new IllegalArgumentException("A proof says the index of its entry");
        }
        return new TransparencyProof(
                Decimals.parse(lines.get(at).substring(INDEX.length()), "index of the entry"),
                HashLines.parse(lines.subList(at + 1, lines.size())),
                SignedNote.parse(parts[1]));
    }

    /** The text form, for a file that ends in {@code .tlog-proof}. */
    @Override
    public String toString() {
        return FIRST_LINE + "\n" + INDEX + index + "\n" + HashLines.of(proof) + "\n" + checkpoint;
    }

    /**
     * Checks that one of these keys signed, and that the entry is in the tree it signed.
     *
     * @param leaf {@link Hash#ofLeaf} of the entry
     * @param keys of the log
     * @return what was signed
     * @throws IllegalArgumentException when it does not show that
     */
    public Checkpoint verify(Hash leaf, Collection<VerifierKey> keys) {
        if (checkpoint.verifiedBy(keys).isEmpty()) {
            throw new IllegalArgumentException("The checkpoint has no signature of the log");
        }
        var signed = Checkpoint.parse(checkpoint.text());
        if (!Proofs.isIncluded(leaf, index, signed.size(), signed.root(), proof)) {
            throw new IllegalArgumentException("The proof does not show this entry to be in the log at " + index);
        }
        return signed;
    }
}
