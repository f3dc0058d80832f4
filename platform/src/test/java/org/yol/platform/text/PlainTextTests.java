package org.yol.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private record Texts(
            @PlainText String line, @PlainText(lines = true) String lines) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "JDS – Oʻzbekiston", "研究留学生 2027", "Ministry \"A\" <b>", "a\u200Eb\u200D", "👩‍🎓"})
    void whatPeopleWriteIsPlain(String text) {
        assertThat(VALIDATOR.validate(new Texts(text, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A", "\u202E", "\u2066", "\u2069", "\u0000", "\u001B", "\u007F", "\u0085", "\uD800"})
    void whatCannotBeSeenIsPlainNowhere(String sign) {
        assertThat(VALIDATOR.validate(new Texts("a" + sign + "b", "a" + sign + "b")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t", "\u2028", "\u2029"})
    void linesAreForLongTexts(String sign) {
        assertThat(VALIDATOR.validate(new Texts(null, "a" + sign + "b"))).isEmpty();
        assertThat(VALIDATOR.validate(new Texts("a" + sign + "b", null))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u2060", "\uFEFF", "\u2063"})
    void invisibleLettersAreForLongTexts(String sign) {
        assertThat(VALIDATOR.validate(new Texts(null, "a" + sign + "b"))).isEmpty();
        assertThat(VALIDATOR.validate(new Texts("a" + sign + "b", null))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200B", "\u00A0\u200D", "\u3164", "\u3000\u2800", "\u00AD", "\uFE0F", "\u0000\n"})
    void whatNobodySeesIsBlank(String text) {
        assertThat(VisibleText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "\u200BІ", "ー", "\u0627\u200C"})
    void whatAnybodySeesIsNot(String text) {
        assertThat(VisibleText.isBlank(text)).isFalse();
        assertThat(VisibleText.isBlank(null)).isTrue();
    }

    @Test
    void nothingIsPlain() {
        assertThat(VALIDATOR.validate(new Texts(null, null))).isEmpty();
    }
}
