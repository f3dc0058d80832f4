package org.yol.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFilesTests {

    private final MessageFiles texts = new MessageFiles("texts-of-a-test", "platform-messages");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1  | the field named",
                "en | 21 | the 21 fields named",
                "ru | 1  | указанное ниже 1 поле",
                "ru | 3  | указанные ниже 3 поля",
                "ru | 11 | указанные ниже 11 полей",
                "ru | 21 | указанное ниже 21 поле",
                "uz | 1  | koʻrsatilgan maydonni",
                "uz | 5  | 5 ta maydonni",
                "ja | 5  | 5 項目"
            })
    void numberHasItsFormInEveryLanguage(String language, int number, String words) {
        assertThat(texts.getMessage(
                        "problem.field-errors.detail", new Object[] {number}, Locale.forLanguageTag(language)))
                .contains(words);
    }

    @Test
    void bracesForALibraryAreLeftToIt() {
        assertThat(texts.getMessage("library", null, Locale.ENGLISH))
                .isEqualTo("At most {max} letters of nobody's name");
    }

    @Test
    void unknownKeyIsTheDefaultAndOtherwiseNone() {
        assertThat(texts.getMessage("no.such.key", null, "instead", Locale.ENGLISH))
                .isEqualTo("instead");
        assertThat(texts.getMessage("no.such.key", null, null, Locale.ENGLISH)).isNull();
    }
}
