package org.yol.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.Language;

class ProblemTextsTests {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsTextsInEveryLanguage(Language language) throws IOException {
        var keys = Stream.concat(
                Stream.of(Problem.values())
                        .flatMap(problem ->
                                Stream.of("title", "detail").map(part -> "problem." + problem.slug() + "." + part)),
                Stream.of("page.again", "page.home", "page.sign-in", "page.description"));
        var file = language == Language.ENGLISH ? "messages.properties" : "messages_" + language + ".properties";
        assertThat(texts(file).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys.toList());
    }

    private Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(getClass().getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
