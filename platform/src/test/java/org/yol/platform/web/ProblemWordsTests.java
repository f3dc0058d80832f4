package org.yol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yol.contracts.Language;
import org.yol.platform.problem.Problem;

class ProblemWordsTests {

    static Stream<Locale> languages() {
        return Language.locales().stream();
    }

    static Stream<Problem> problems() {
        return Arrays.stream(Problem.class.getFields())
                .filter(field -> field.getType() == Problem.class)
                .map(ProblemWordsTests::value);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameThings(Locale language) {
        assertThat(words(language).keySet()).isEqualTo(words(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasATitleAndSaysWhatToDoNext(Problem problem) {
        assertThat(words(Locale.ENGLISH).keySet())
                .contains("problem." + problem.name() + ".title", "problem." + problem.name() + ".detail");
    }

    @Test
    void statusWithoutAProblemOfItsOwnIsTheFaultOfOneSide() {
        assertThat(Problem.ofStatus(418)).isEqualTo(Problem.INVALID_REQUEST);
        assertThat(Problem.ofStatus(502)).isEqualTo(Problem.INTERNAL_ERROR);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "platform-messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Problem value(Field constant) {
        try {
            return (Problem) constant.get(null);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
