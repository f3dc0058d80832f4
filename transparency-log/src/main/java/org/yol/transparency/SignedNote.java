package org.yol.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures (c2sp.org/signed-note). Its text says nothing before {@link #verifiedBy} named a key.
 *
 * @param text ends in a new line
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Characters that a note may have. */
    public static final int LONGEST = 1_000_000;

    /** Signatures that a note may have. */
    public static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        requireText(text);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends in a new line");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note has at most " + MOST_SIGNATURES + " signatures");
        }
    }

    /** A note of a text with signatures. */
    public static SignedNote of(String text, NoteSignature... signatures) {
        return new SignedNote(text, List.of(signatures));
    }

    /** @throws IllegalArgumentException when the text is not in the form of a note with a signature at least */
    public static SignedNote parse(String note) {
        requireText(note);
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new IllegalArgumentException("A note has an empty line ahead of its signatures");
        }
        if (!note.endsWith("\n") || split + 2 == note.length()) {
            throw new IllegalArgumentException("A note ends in a signature and a new line");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note has at most " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(
                note.substring(0, split + 1),
                Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    private static void requireText(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A note has at most " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(c -> c < ' ' && c != '\n' || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "A note has no control characters but new lines, and no halves of others");
        }
    }

    /** The note with more signatures at its end, without those it has already. */
    public SignedNote with(NoteSignature... more) {
        var all = new ArrayList<>(signatures);
        for (var signature : more) {
            if (!all.contains(signature)) {
                all.add(signature);
            }
        }
        return new SignedNote(text, all);
    }

    /**
     * Which of these keys signed the note. Signatures of other keys are ignored.
     *
     * @return nothing when none of them did; each at most once, in the order of the signatures
     * @throws IllegalArgumentException when a signature says to be of one of these keys and is wrong
     */
    public List<VerifierKey> verifiedBy(Collection<VerifierKey> keys) {
        var verified = new ArrayList<VerifierKey>();
        for (var signature : signatures) {
            for (var key : keys) {
                if (!key.isNamedBy(signature)) {
                    continue;
                }
                if (!key.isSigned(text, signature)) {
                    throw new IllegalArgumentException("The signature of " + key.name() + " is wrong");
                }
                if (!verified.contains(key)) {
                    verified.add(key);
                }
            }
        }
        return verified;
    }

    /**
     * The note with the signatures of these keys only.
     *
     * @throws IllegalArgumentException when a signature says to be of one of these keys and is wrong
     */
    public SignedNote onlyOf(Collection<VerifierKey> keys) {
        var verified = verifiedBy(keys);
        return new SignedNote(
                text,
                signatures.stream()
                        .filter(signature -> verified.stream().anyMatch(key -> key.isNamedBy(signature)))
                        .toList());
    }

    /** The note as it is sent and stored. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(s -> s.line() + "\n").collect(Collectors.joining());
    }
}
