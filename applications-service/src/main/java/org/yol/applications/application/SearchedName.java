package org.yol.applications.application;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name as it is searched: its words, whatever their case, width, accents and apostrophes, and in whichever Kana, so
 * that an index finds a name by the beginning of any of them.
 */
public final class SearchedName {

    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BB\u02BC`\u00B4]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Han and Kana with their mark of length: family and given name are written without anything in between. */
    private static final Pattern WITHOUT_SPACES = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u30FC]+");

    private static final Transliterator KATAKANA = Transliterator.getInstance("Hiragana-Katakana");

    private static final int WORDS_AT_MOST = 10;
    private static final int KEPT_AT_MOST = 30;

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
        // Twice: the acute accent alone comes apart into a space and a mark, and others come apart into these.
        String apart = Normalizer.normalize(withoutApostrophes(text), Normalizer.Form.NFKD);
        String letters = MARKS.matcher(withoutApostrophes(apart)).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(KATAKANA.transliterate(letters)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS_AT_MOST)
                .toList();
    }

    private static String withoutApostrophes(String text) {
        return APOSTROPHES.matcher(text).replaceAll("");
    }

    /**
     * What is kept of a name so that its words are found: the {@link #words}, those in Han or Kana also together, and
     * of these what is left from each letter on, since a given name may begin at any.
     *
     * @param name may be null
     * @return at most thirty, none twice
     */
    static List<String> kept(String name) {
        List<String> words = words(name);
        List<String> together = words.stream()
                .filter(word -> WITHOUT_SPACES.matcher(word).matches())
                .toList();
        return Stream.of(
                        words.stream(),
                        Stream.of(String.join("", together)),
                        together.stream().flatMap(SearchedName::ends))
                .flatMap(kept -> kept)
                .filter(kept -> !kept.isEmpty())
                .distinct()
                .limit(KEPT_AT_MOST)
                .toList();
    }

    private static Stream<String> ends(String word) {
        return IntStream.range(1, word.codePointCount(0, word.length()))
                .mapToObj(letters -> word.substring(word.offsetByCodePoints(0, letters)));
    }
}
