package org.yol.localrun.journey;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import org.yol.localrun.Console;
import org.yol.localrun.Platform;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.Settings;

/**
 * Gives tests the one platform of their process: started when the first of them asks for it, stopped after the last.
 * Its state stays in {@code target/platform-1} and so on until the next run, with what the console showed and the
 * services' logs.
 */
public final class WholePlatform implements ParameterResolver {

    private static final Path HOME = Path.of(System.getProperty("yol.test.home", "target/platform"));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(WholePlatform.class))
                .computeIfAbsent(TestRun.class, _ -> new TestRun(start()), TestRun.class)
                .platform();
    }

    private static RunningPlatform start() {
        try {
            FileSystemUtils.deleteRecursively(HOME);
            Files.createDirectories(HOME);
            PrintStream shown = new PrintStream(HOME.resolve("console.txt").toFile(), StandardCharsets.UTF_8);
            return Platform.start(Settings.forTest(Path.of(".."), HOME), new Console(shown, false, Instant.now()));
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
