package org.yol.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Lets {@code ?kind=joint-research} be an enum, and refuses {@link UnknownWord} as any word that is not there. */
@SuppressWarnings("rawtypes") // what Spring asks for
final class WordsInAddresses implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return word -> word.isEmpty()
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> letters(constant.name()).equals(letters(word)))
                        .filter(constant -> !UnknownWord.is(constant))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No word of " + type + ": " + word));
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
