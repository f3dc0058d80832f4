package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.eligibility.RuleFault;

class RuleFaultsTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "ja", "ru"})
    void everyFaultOfARuleHasWords(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(words.getLocale().getLanguage()).isEqualTo(language);
        assertThat(words.keySet()).containsAll(List.copyOf(RuleFault.KEYS));
    }
}
