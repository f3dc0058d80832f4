package org.yol.applications.dossier;

import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.platform.text.VisibleText;

/**
 * A name in one script. Either may be missing: some passports hold one name only.
 *
 * @param family the surname
 * @param given all other names
 */
public record PersonName(
        @Size(max = 100) String family, @Size(max = 100) String given) {

    /** How the apostrophe is written: that of the typewriter, and those of Uzbek and of good printing. */
    private static final String BETWEEN = " .,'\\u0060\\u00B4\\u2018\\u2019\\u02BB\\u02BC\\u2010\\u2011-";

    /** In which letters a name is written. */
    enum Script {
        LATIN("name.latin", "[\\p{IsLatin}\\p{M}" + BETWEEN + "]*"),
        /** Any, with the letters without a picture that Arabic and Indic ones are joined by. */
        ANY(
                "name.letters",
                "(?:[\\p{L}\\p{M}\\p{Nd}\\u00B7\\u05BE\\u30FB\\u3000" + BETWEEN
                        + "]|(?<=[\\p{L}\\p{M}])[\\u200C\\u200D](?=\\p{L}))*"),
        KATAKANA("name.katakana", "[\\u30A1-\\u30FE\\u3000 ]*");

        private final String message;
        private final Pattern letters;

        Script(String message, String letters) {
            this.message = message;
            this.letters = Pattern.compile(letters);
        }

        /** Key of what to tell whoever wrote in others. */
        String message() {
            return message;
        }

        boolean isOf(String name) {
            return name == null || letters.matcher(name).matches();
        }
    }

    /** Whether nothing is written. */
    boolean isBlank() {
        return VisibleText.isBlank(family) && VisibleText.isBlank(given);
    }

    /** As one text, the family name first; empty without one. */
    public String whole() {
        return joined(family, given);
    }

    /** As one text, the given name first, as people are called in letters; empty without one. */
    public String called() {
        return joined(given, family);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !VisibleText.isBlank(part)).collect(Collectors.joining(" "));
    }
}
