package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrontEndTextsTests {

    private static final Set<String> PLURAL_FORMS = Set.of("zero", "one", "two", "few", "many", "other");

    @ParameterizedTest
    @EnumSource
    void everyTextIsThereInEveryLanguage(Language language) throws IOException {
        assertThat(keys(language.toString())).containsExactlyInAnyOrderElementsOf(keys("en"));
    }

    private Set<String> keys(String language) throws IOException {
        try (var file = getClass().getResourceAsStream("/static/texts/" + language + ".json")) {
            return keys("", new JsonMapper().readTree(file)).collect(Collectors.toSet());
        }
    }

    // The forms of a plural are one text: languages differ in which of them they have.
    private static Stream<String> keys(String prefix, JsonNode texts) {
        var names = texts.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        return names.isEmpty() || (names.contains("other") && PLURAL_FORMS.containsAll(names))
                ? Stream.of(prefix)
                : texts.propertyStream().flatMap(text -> keys(prefix + "/" + text.getKey(), text.getValue()));
    }
}
