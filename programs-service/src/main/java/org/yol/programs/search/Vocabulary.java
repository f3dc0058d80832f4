package org.yol.programs.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.yol.contracts.Country;
import org.yol.contracts.Language;

/**
 * What the words of the domain are called by people: kinds, levels, sectors and fields from the message files, whatever
 * is there with commas between, countries as the partners name theirs, languages as the JDK does. A word that nobody
 * has translated is found by itself.
 */
final class Vocabulary {

    private static final String KEY = "search.";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<Language, ResourceBundle> messages = new EnumMap<>(Language.class);

    Vocabulary() {
        for (Language language : Language.values()) {
            messages.put(language, ResourceBundle.getBundle("messages", language.locale(), NO_OTHER_LANGUAGE));
        }
    }

    /**
     * The words for what a programme is narrowed by, in each language; those for people and the codes.
     *
     * @param values as an {@link Entry} has them
     */
    Map<String, String> words(Map<Facet, Set<String>> values) {
        Map<String, String> words = new LinkedHashMap<>();
        messages.forEach((language, texts) -> {
            StringJoiner all = new StringJoiner("\n");
            values.forEach((facet, each) -> new TreeSet<>(each)
                    .forEach(value -> named(facet, value, language, texts).forEach(all::add)));
            words.put(language.toString(), all.toString());
        });
        return words;
    }

    private static List<String> named(Facet facet, String value, Language language, ResourceBundle texts) {
        String written = text(texts, facet, value);
        return switch (facet) {
            case KIND, LEVEL, FIELD, SECTOR, FUNDING -> List.of(value, written);
            case COUNTRY -> List.of(country(value, language), written);
            case LANGUAGE -> List.of(Locale.of(value).getDisplayLanguage(language.locale()), written);
            case PHASE -> List.of();
        };
    }

    private static String country(String code, Language language) {
        return Country.find(code)
                .map(country -> country.nameIn(language))
                .orElseGet(() -> Locale.of("", code).getDisplayCountry(language.locale()));
    }

    private static String text(ResourceBundle texts, Facet facet, String value) {
        String key = KEY + facet + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : "";
    }
}
