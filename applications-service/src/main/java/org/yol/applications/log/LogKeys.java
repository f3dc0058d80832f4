package org.yol.applications.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;

/**
 * The keys of the log. The first one signs, and those behind it that can sign too, as long as they are there: who knows
 * only an earlier one can go on reading. Those that only verify are published. Read once, at the start.
 */
final class LogKeys {

    private static final String PRIVATE = "PRIVATE+KEY+";

    private final List<SigningKey> signing;
    private final List<VerifierKey> published;

    private LogKeys(List<SigningKey> signing, List<VerifierKey> published) {
        this.signing = signing;
        this.published = published;
    }

    /**
     * Reads the file: a key a line, in the form of C2SP signed-note.
     *
     * @param path null or empty when none is named
     * @throws IllegalStateException when there are no such keys in it; says what to do, and no key
     */
    static LogKeys read(String path, String origin) {
        if (path == null || path.isBlank()) {
            throw new IllegalStateException("No file with the keys of the public log is named. Name it by LOG_KEYS"
                    + " (yol.log.keys); docs/operations.md says how one is made.");
        }
        try {
            List<SigningKey> signing = new ArrayList<>();
            List<VerifierKey> published = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(path))) {
                if (line.startsWith(PRIVATE)) {
                    SigningKey key = SigningKey.parse(line.strip());
                    signing.add(key);
                    published.add(key.verifierKey());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    published.add(VerifierKey.parse(line.strip()));
                }
            }
            if (signing.isEmpty()
                    || !published.getFirst().equals(signing.getFirst().verifierKey())) {
                throw new IllegalArgumentException("the first key does not sign");
            }
            if (published.stream().anyMatch(key -> key.algorithm() != Algorithm.ED25519)) {
                throw new IllegalArgumentException("a key is a witness's");
            }
            if (published.stream().anyMatch(key -> !key.name().equals(origin))) {
                throw new IllegalStateException("The keys in the file of LOG_KEYS (" + path + ") must have the name of"
                        + " the log, " + origin + ": it is what LOG_ORIGIN says, or follows from PUBLIC_URI.");
            }
            return new LogKeys(List.copyOf(signing), List.copyOf(published));
        } catch (IOException | IllegalArgumentException _) {
            // Not the cause: its words may be of the key.
            throw new IllegalStateException("The file of LOG_KEYS (" + path
                    + ") must have a key a line that can be read and is of Ed25519, not a witness's, the first a signing key"
                    + " (PRIVATE+KEY+…);"
                    + " docs/operations.md says how one is made.");
        }
    }

    /** Signed by each key that signs. */
    SignedNote sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        return new SignedNote(text, signing.stream().map(key -> key.sign(text)).toList());
    }

    /** The one that signs first. */
    VerifierKey first() {
        return published.getFirst();
    }

    /** All of them, today's and earlier ones. */
    List<VerifierKey> published() {
        return published;
    }

    /** A key that still signs, by what verifies it. */
    Optional<SigningKey> signing(String verifierKey) {
        return signing.stream()
                .filter(key -> key.verifierKey().encode().equals(verifierKey))
                .findFirst();
    }

    /** Whether one of those that sign today has signed it. */
    boolean haveSignedToday(SignedNote note) {
        return !note.verifiedBy(signing.stream().map(SigningKey::verifierKey).toList())
                .isEmpty();
    }

    /** Whether one of them has signed it, and none of them something else. */
    boolean haveSigned(SignedNote note) {
        return !note.verifiedBy(published).isEmpty();
    }

    /** The same without the lines of others. */
    SignedNote ownOf(SignedNote note) {
        return note.onlyOf(published);
    }
}
