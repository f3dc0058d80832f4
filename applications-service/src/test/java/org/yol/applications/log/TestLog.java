package org.yol.applications.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;

/**
 * Each service under test has a log of its own: they share a broker, which remembers what was signed in whose name. Two
 * countries watch it.
 */
public final class TestLog implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final SigningKey KAZAKHSTAN = SigningKey.generate("kz.example/witness", Algorithm.COSIGNATURE);
    static final SigningKey JAPAN = SigningKey.generate("jp.example/witness", Algorithm.COSIGNATURE);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String origin = "test-" + UUID.randomUUID() + ".example/api/log";
        TestPropertyValues.of(
                        "yol.log.origin=" + origin,
                        "yol.log.keys="
                                + file(List.of(SigningKey.generate(origin, Algorithm.ED25519)
                                        .encode())),
                        "yol.log.witnesses="
                                + file(List.of(
                                        "KZ " + KAZAKHSTAN.verifierKey().encode(),
                                        "JP " + JAPAN.verifierKey().encode())))
                .applyTo(context);
    }

    static Path file(List<String> lines) {
        try {
            Path file = Files.createTempFile("log", ".txt");
            file.toFile().deleteOnExit();
            return Files.write(file, lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
