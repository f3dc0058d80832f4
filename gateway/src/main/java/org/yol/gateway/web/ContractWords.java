package org.yol.gateway.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.contracts.Country;
import org.yol.contracts.Language;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words that stand in the contracts, as a script of the front end: it imports them like any other module, and
 * nobody copies them by hand.
 */
@Component
final class ContractWords {

    /** Where the front end's own scripts expect it, below the name of the version. */
    static final String PATH = "app/core/contracts.js";

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final byte[] script;

    ContractWords(JsonMapper json) {
        this.script = Map.of(
                        "LANGUAGES", ownNames(),
                        "COUNTRIES", Country.values(),
                        "ZONES",
                                Arrays.stream(Country.values())
                                        .map(country -> country.zone().getId())
                                        .toList(),
                        "KINDS", words(ProgrammeKind.values()),
                        "LEVELS", words(StudyLevel.values()),
                        "NAMES", inEachLanguage(ContractWords::names))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "export const " + each.getKey() + " = " + json.writeValueAsString(each.getValue()) + ";\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] script() {
        return script.clone();
    }

    ResponseEntity<byte[]> answer(CacheControl caching) {
        return ResponseEntity.ok().contentType(SCRIPT).cacheControl(caching).body(script);
    }

    private static Map<String, String> ownNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            names.put(language.toString(), language.ownName());
        }
        return names;
    }

    private static Map<String, Object> inEachLanguage(Function<Language, Object> words) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            all.put(language.toString(), words.apply(language));
        }
        return all;
    }

    private static Map<String, Map<String, String>> names(Language reader) {
        Map<String, String> countries = new LinkedHashMap<>();
        Map<String, String> zones = new LinkedHashMap<>();
        for (Country country : Country.values()) {
            countries.put(country.name(), country.nameIn(reader));
            zones.put(country.zone().getId(), country.zoneNameIn(reader));
        }
        Map<String, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language.toString(), language.nameIn(reader));
        }
        // In this order at every start: the name of the version follows from it.
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        names.put("countries", countries);
        names.put("zones", zones);
        names.put("languages", languages);
        return names;
    }

    /** Without the one that stands for words of a later release. */
    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(Enum::toString)
                .filter(word -> !word.equals("unknown"))
                .toList();
    }
}
