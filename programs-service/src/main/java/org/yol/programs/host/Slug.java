package org.yol.programs.host;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A name as it stands in an address: lower-case ASCII letters and digits, words joined by hyphens.
 *
 * @param value never empty
 */
record Slug(String value) {

    /** Latin letters that Unicode does not take apart into a letter and a mark. */
    private static final Map<String, String> UNDIVIDED =
            Map.of("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ə", "a");

    /**
     * The slug of a name; empty when the name has letters of another script, which nobody should guess to transcribe.
     */
    static Optional<Slug> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (var letter : UNDIVIDED.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        // Accents go, and so do apostrophes and the Uzbek letter that looks like one: they do not part words.
        plain = plain.replaceAll("[\\p{M}'’‘\\x{2bb}\\x{2bc}]", "");
        String value = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean latin = plain.codePoints().noneMatch(letter -> Character.isLetter(letter) && letter > 'z');
        return latin && !value.isEmpty() ? Optional.of(new Slug(value)) : Optional.empty();
    }
}
