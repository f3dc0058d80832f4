package org.yol.localrun.journey;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
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
 * services' logs; what those say of failures while a test failed is printed with it.
 */
public final class WholePlatform implements ParameterResolver, BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Path HOME = Path.of(System.getProperty("yol.test.home", "target/platform"));
    private static final int LONGEST_REPORT_LINES = 60;
    private static final int STARTED = "2026-01-01T00:00:00".length();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(Namespace.create(WholePlatform.class)).put(Instant.class, Instant.now());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isEmpty() || !Files.isDirectory(HOME.resolve("logs"))) {
            return;
        }
        Instant begun = context.getStore(Namespace.create(WholePlatform.class)).get(Instant.class, Instant.class);
        try (Stream<Path> logs = Files.list(HOME.resolve("logs"))) {
            logs.flatMap(log -> failuresSince(begun, log)).forEach(System.out::println);
        }
    }

    /** With what comes after the first: a stack trace belongs to the line before it, and has no time. */
    private static Stream<String> failuresSince(Instant begun, Path log) {
        return lines(log).dropWhile(line -> !isFailureSince(line, begun)).limit(LONGEST_REPORT_LINES);
    }

    private static boolean isFailureSince(String line, Instant begun) {
        return line.length() > STARTED
                && line.contains(" ERROR ")
                && line.substring(0, STARTED).compareTo(begun.toString().substring(0, STARTED)) >= 0;
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            UnpackedJars.of(Path.of(".."));
            PrintStream shown = new PrintStream(HOME.resolve("console.txt").toFile(), StandardCharsets.UTF_8);
            return Platform.start(Settings.forTest(Path.of(".."), HOME), new Console(shown, false, Instant.now()));
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
