package org.yol.applications.application;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is searched: its words, whatever their case, width, accents and apostrophes, so that an index finds a
 * name by the beginning of any of them.
 */
public final class SearchedName {

    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BB\u02BC`\u00B4]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORDS_AT_MOST = 10;

    private SearchedName() {}

    /**
     * The words of a name, or of what somebody looks for.
     *
     * @param text may be null
     * @return at most ten, none twice
     */
    public static List<String> words(String text) {
        if (text == null) {
            return List.of();
        }
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(APOSTROPHES.matcher(letters).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS_AT_MOST)
                .toList();
    }
}
