package org.yol.transparency;

import java.util.List;

/**
 * What a witness is asked to cosign (c2sp.org/tlog-witness, add-checkpoint).
 *
 * @param earlierSize of the tree that the witness cosigned last, 0 when it never did
 * @param proof of consistency from there
 * @param checkpoint of the log, with its signature
 */
public record AddCheckpoint(long earlierSize, List<Hash> proof, SignedNote checkpoint) {

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (earlierSize < 0) {
            throw new IllegalArgumentException("The size of a tree is not negative: " + earlierSize);
        }
    }

    /** @throws IllegalArgumentException when it has not the form */
    public static AddCheckpoint parse(String body) {
        String[] parts = HashLines.splitAtEmptyLine(body, "request");
        List<String> lines = List.of(parts[0].split("\n", -1));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new IllegalArgumentException("The request begins with the old size");
        }
        return new AddCheckpoint(
                Decimals.parse(lines.getFirst().substring(OLD.length()), "old size"),
                HashLines.parse(lines.subList(1, lines.size())),
                SignedNote.parse(parts[1]));
    }

    /** The body of the request. */
    @Override
    public String toString() {
        return OLD + earlierSize + "\n" + HashLines.of(proof) + "\n" + checkpoint;
    }
}
