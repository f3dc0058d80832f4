package org.yol.programs.host;

import java.util.Optional;
import org.yol.programs.names.Folded;

/**
 * A name as it stands in an address: lower-case ASCII letters and digits, words joined by hyphens.
 *
 * @param value never empty
 */
record Slug(String value) {

    /**
     * The slug of a name; empty when the name has letters of another script, which nobody should guess to transcribe.
     */
    static Optional<Slug> of(String name) {
        String folded = Folded.of(name);
        String value = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean latin = folded.codePoints().noneMatch(letter -> Character.isLetter(letter) && letter > 'z');
        return latin && !value.isEmpty() ? Optional.of(new Slug(value)) : Optional.empty();
    }
}
