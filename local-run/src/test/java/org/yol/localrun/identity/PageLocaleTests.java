package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLocaleTests {

    private final PageLocale locales = new PageLocale();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "kk", "ky", "tg", "tk", "uz"})
    void isTheChosenLanguageAlsoInTheNextRequest(String language) {
        request.addHeader("Accept-Language", "ru, ja;q=0.9");
        request.setParameter("lang", language);
        assertThat(locales.resolveLocale(request)).isEqualTo(Locale.of(language));

        request.removeParameter("lang");
        assertThat(locales.resolveLocale(request)).isEqualTo(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "RU", "ru-RU", "de,ru", "ru;q=0.5", "*"})
    void keepsTheLanguageWhenAnythingElseIsChosen(String language) {
        request.addHeader("Accept-Language", "en");
        request.setParameter("lang", "ja");
        locales.resolveLocale(request);

        request.setParameter("lang", language);

        assertThat(locales.resolveLocale(request)).isEqualTo(Locale.JAPANESE);
    }

    @Test
    void makesNoSessionForALanguageThatThereIsNot() {
        request.setParameter("lang", "fr");

        assertThat(locales.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void answersAtOnceWhenThousandsOfLanguagesAreChosen() {
        request.setParameter(
                "lang",
                IntStream.range(0, 60_000)
                        .mapToObj(number -> "aa" + letters(number) + ";q=0.1")
                        .collect(Collectors.joining(",")));

        assertTimeout(Duration.ofSeconds(2), () -> locales.resolveLocale(request));
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 26))))
                .collect(Collectors.joining());
    }
}
