package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.yol.contracts.Language;

class PageTextsTests {

    @ParameterizedTest
    @EnumSource
    void everyTextOfThePagesIsThereInEveryLanguage(Language language) throws IOException {
        Properties english = read("texts/pages.properties");
        Properties texts = language == Language.ENGLISH ? english : read("texts/pages_" + language + ".properties");

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(texts.values()).doesNotContain("");
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
