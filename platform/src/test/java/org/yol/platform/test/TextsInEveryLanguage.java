package org.yol.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yol.contracts.Language;

/** The message files of a module: no language may fall back to another unnoticed. */
final class TextsInEveryLanguage {

    private static final Pattern VALUE = Pattern.compile("\\{'?(\\w+)'?[,}]");
    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d+)");

    private TextsInEveryLanguage() {}

    /** Fails where a file lacks a text, fills in another value, or is not written as a pattern. */
    static void check(String basename) {
        read(basename + ".properties").ifPresent(english -> {
            for (Language language : Language.values()) {
                String file = language == Language.ENGLISH
                        ? basename + ".properties"
                        : basename + "_" + language + ".properties";
                Properties texts =
                        read(file).orElseThrow(() -> new AssertionError("There is no " + file + " on the class path"));
                assertThat(texts.stringPropertyNames()).as(file).isEqualTo(english.stringPropertyNames());
                texts.stringPropertyNames()
                        .forEach(key ->
                                check(file + ": " + key, texts.getProperty(key), english.getProperty(key), language));
            }
        });
    }

    private static void check(String where, String text, String english, Language language) {
        assertThat(text).as(where).isNotBlank();
        assertThat(values(text)).as(where).isEqualTo(values(english));
        assertThatCode(() -> new MessageFormat(text, language.formats()).format(new Object[] {1, 2, 3, 4}))
                .as(where)
                .doesNotThrowAnyException();
        if (language == Language.UZBEK) {
            assertThat(text.replaceAll("'\\{\\w+}'", "")).as(where).doesNotContain("'", "‘", "’", "`");
        }
    }

    private static Set<String> values(String text) {
        Pattern places = NUMBERED.matcher(text).find() ? NUMBERED : VALUE;
        Set<String> found = new TreeSet<>();
        places.matcher(text).results().map(place -> place.group(1)).forEach(found::add);
        return found;
    }

    private static Optional<Properties> read(String file) {
        try (InputStream content = TextsInEveryLanguage.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                return Optional.empty();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(content, StandardCharsets.UTF_8));
            return Optional.of(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
