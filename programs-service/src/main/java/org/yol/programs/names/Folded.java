package org.yol.programs.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as they are compared: whatever their case, width, accents, apostrophes and what stands between words. */
public final class Folded {

    /** Latin letters that Unicode does not take apart into a letter and a mark. */
    private static final Map<String, String> UNDIVIDED =
            Map.of("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ə", "a");

    /** Accents, and apostrophes with the Uzbek letter that looks like one: they do not part words. */
    private static final Pattern INSIDE_WORDS = Pattern.compile("[\\p{M}'’‘\\x{2bb}\\x{2bc}]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** The words of a name, small, with one space between them; empty when there is no letter and no digit in it. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (var letter : UNDIVIDED.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        plain = INSIDE_WORDS.matcher(plain).replaceAll("");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
