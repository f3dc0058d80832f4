package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WireEnumsTests {

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Enum<?>> words() {
        return Stream.of(
                        ApplicationState.class,
                        IntakeMode.class,
                        OfferAnswer.class,
                        ProgrammeKind.class,
                        StudyLevel.class)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordIsLowerCaseWithHyphensInTextAndInJson(Enum<?> word) {
        assertThat(word.toString())
                .matches("[a-z]+(-[a-z]+)*")
                .isEqualToIgnoringCase(word.name().replace('_', '-'));
        assertThat(json.writeValueAsString(word)).isEqualTo("\"" + word + "\"");
        assertThat((Object) json.readValue("\"" + word + "\"", word.getDeclaringClass()))
                .isEqualTo(word);
    }
}
