package org.yol.transparency;

import java.util.Arrays;
import java.util.List;

/**
 * What a log signs: how large its tree is and which hash it has (c2sp.org/tlog-checkpoint).
 *
 * @param origin of the log, which no other log has
 * @param size entries, 0 or more
 * @param root hash of the tree
 * @param extensions further lines; logs had better have none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
        if (size < 0) {
            throw new IllegalArgumentException("The size of a tree is not negative: " + size);
        }
    }

    /** A checkpoint without further lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.contains("\n")) {
            throw new IllegalArgumentException("A line of a checkpoint is empty, or more than one line");
        }
    }

    /**
     * Reads the text of a note.
     *
     * @throws IllegalArgumentException when it has not the form of a checkpoint
     */
    public static Checkpoint parse(String noteText) {
        String[] lines = noteText.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException(
                    "A checkpoint has at least three lines, each with a new line at its end");
        }
        return new Checkpoint(
                lines[0],
                Decimals.parse(lines[1], "size of the tree"),
                Hash.parseBase64(lines[2]),
                Arrays.asList(lines).subList(3, lines.length - 1));
    }

    /** The text of the note. */
    public String text() {
        var text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
