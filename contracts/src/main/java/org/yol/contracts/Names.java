package org.yol.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What countries, zones and languages are called in one language: {@code names_<tag>.properties} beside this class. */
final class Names {

    private static final Map<Language, Names> ALL =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Names::new));

    private final String file;
    private final Properties texts = new Properties();

    private Names(Language language) {
        file = "names_" + language + ".properties";
        try (InputStream content = Names.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Names in(Language language) {
        return ALL.get(language);
    }

    /** @throws IllegalStateException when the file of the language lacks it */
    String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(file + " lacks " + key);
        }
        return text;
    }
}
