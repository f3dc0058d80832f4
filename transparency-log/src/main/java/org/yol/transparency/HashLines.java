package org.yol.transparency;

import java.util.List;
import java.util.stream.Collectors;

/** Hashes of a proof, one a line. */
final class HashLines {

    /** A tree of more entries than a {@code long} counts would have longer proofs. */
    static final int MOST = 63;

    private HashLines() {}

    static List<Hash> parse(List<String> lines) {
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("A proof has at most " + MOST + " hashes, not " + lines.size());
        }
        return lines.stream().map(Hash::parseBase64).toList();
    }

    static String of(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }

    /** What is ahead of the first empty line and what is behind it. */
    static String[] splitAtEmptyLine(String text, String what) {
        if (text.length() > 2 * SignedNote.LONGEST) {
            throw new IllegalArgumentException("The " + what + " is too long");
        }
        String[] parts = text.split("\n\n", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("The " + what + " has no empty line ahead of its checkpoint");
        }
        return parts;
    }
}
