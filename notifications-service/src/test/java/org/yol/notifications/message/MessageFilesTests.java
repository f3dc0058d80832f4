package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.yol.contracts.Language;

/** No language may fall back to another unnoticed. */
class MessageFilesTests {

    private static final String ENGLISH = "messages.properties";
    private static final Pattern PLACE_FOR_A_VALUE = Pattern.compile("\\{\\d");

    static Stream<String> files() {
        return Stream.concat(Stream.of(ENGLISH), translations());
    }

    static Stream<String> translations() {
        return Arrays.stream(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language -> "messages_" + language + ".properties");
    }

    @Test
    void everyTemplateHasATitleAndAText() throws IOException {
        assertThat(read(ENGLISH).stringPropertyNames())
                .containsAll(Arrays.stream(Template.values())
                        .flatMap(template ->
                                Stream.of("message." + template + ".title", "message." + template + ".text"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageSaysTheSameThings(String file) throws IOException {
        Properties english = read(ENGLISH);
        Properties translated = read(file);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(translated.stringPropertyNames()).allSatisfy(key -> {
            assertThat(translated.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key));
            assertThat(values(translated.getProperty(key))).isEqualTo(values(english.getProperty(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsAValidPattern(String file) throws IOException {
        assertThat(read(file).values())
                .allSatisfy(text -> assertThat(new MessageFormat(text.toString(), Locale.ROOT).format(new Object[9]))
                        .isNotBlank());
    }

    private static TreeSet<String> values(String text) {
        return new TreeSet<>(PLACE_FOR_A_VALUE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList());
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new java.io.InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
