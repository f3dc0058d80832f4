package org.yol.programs.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * What the words of the domain are called by people: kinds, levels, sectors and fields from the message files, whatever
 * is there with commas between, countries and languages as the JDK names them. A word that nobody has translated is
 * found by itself.
 */
final class Vocabulary {

    /** Those of the platform. One without a file of messages has the English words once more, which does no harm. */
    private static final List<String> LANGUAGES = List.of("en", "ja", "ru", "kk", "ky", "tg", "tk", "uz");

    private static final String KEY = "search.";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, ResourceBundle> messages = new LinkedHashMap<>();

    Vocabulary() {
        LANGUAGES.forEach(language ->
                messages.put(language, ResourceBundle.getBundle("messages", Locale.of(language), NO_OTHER_LANGUAGE)));
    }

    /**
     * The words for what a programme is narrowed by, in each language; those for people and the codes.
     *
     * @param values as an {@link Entry} has them
     */
    Map<String, String> words(Map<Facet, Set<String>> values) {
        Map<String, String> words = new LinkedHashMap<>();
        messages.forEach((language, texts) -> {
            Locale locale = Locale.of(language);
            StringJoiner all = new StringJoiner("\n");
            values.forEach((facet, each) -> new TreeSet<>(each)
                    .forEach(value -> named(facet, value, locale, texts).forEach(all::add)));
            words.put(language, all.toString());
        });
        return words;
    }

    private static List<String> named(Facet facet, String value, Locale locale, ResourceBundle texts) {
        String written = text(texts, facet, value);
        return switch (facet) {
            case KIND, LEVEL, FIELD, SECTOR, FUNDING -> List.of(value, written);
            case COUNTRY -> List.of(Locale.of("", value).getDisplayCountry(locale), written);
            case LANGUAGE -> List.of(Locale.of(value).getDisplayLanguage(locale), written);
            case PHASE -> List.of();
        };
    }

    private static String text(ResourceBundle texts, Facet facet, String value) {
        String key = KEY + facet + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : "";
    }
}
