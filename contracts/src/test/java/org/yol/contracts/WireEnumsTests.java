package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

class WireEnumsTests {

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Class<? extends Enum<?>>> types() {
        return Stream.of(
                ApplicationState.class,
                CertificateKind.class,
                ChangeKind.class,
                IntakeMode.class,
                OfferAnswer.class,
                ProgrammeKind.class,
                ReferenceAnswer.class,
                ReferenceMail.class,
                RevocationReason.class,
                SelectionTerms.Feedback.class,
                StudyLevel.class);
    }

    static Stream<Enum<?>> words() {
        return types().flatMap(type -> Arrays.stream(type.getEnumConstants()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void wordOfANewerReleaseCanBeReadAsUnknown(Class<? extends Enum<?>> type) {
        JsonMapper lenient = JsonMapper.builder()
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();

        assertThat(lenient.readValue("\"never-heard-of\"", type)).hasToString("unknown");
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
