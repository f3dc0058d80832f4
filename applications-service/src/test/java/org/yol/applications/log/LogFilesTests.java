package org.yol.applications.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;

class LogFilesTests {

    private static final String ORIGIN = "yol.example/api/log";

    private final SigningKey key = SigningKey.generate(ORIGIN, Algorithm.ED25519);

    @Test
    void aKeyOfAWitnessSignsNoLog() {
        SigningKey witness = SigningKey.generate(ORIGIN, Algorithm.COSIGNATURE);

        assertThat(keys(key.encode()).first()).isEqualTo(key.verifierKey());
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(witness.encode()))
                .withMessageContaining("not a witness's");
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(key.encode(), witness.verifierKey().encode()))
                .withMessageContaining("not a witness's");
    }

    @Test
    void aKeyOfALogIsNoWitness() {
        String japan = "JP " + TestLog.JAPAN.verifierKey().encode();

        assertThat(witnesses("# Japan", "", japan).all()).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> witnesses(japan, "KZ " + key.verifierKey().encode()))
                .withMessageContaining("The key in line 2 is not one for cosignatures");
    }

    @Test
    void aSecretInTheWrongFileIsNotSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> witnesses(TestLog.JAPAN.encode()))
                .withMessageContaining("Line 1 is not a witness")
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain(TestLog.JAPAN.encode().substring(20)));
    }

    private static LogKeys keys(String... lines) {
        return LogKeys.read(TestLog.file(List.of(lines)).toString(), ORIGIN);
    }

    private static Witnesses witnesses(String... lines) {
        return new Witnesses(
                new LogProperties(null, TestLog.file(List.of(lines)).toString()));
    }
}
