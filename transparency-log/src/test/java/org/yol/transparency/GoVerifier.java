package org.yol.transparency;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The program {@code verify.go}, which checks a log with Go's packages {@code note} and {@code tlog}. Without Go and
 * these packages ({@code apt-get install golang-go golang-golang-x-mod-dev}) the test is skipped, except on CI: there
 * it fails.
 */
public final class GoVerifier {

    /** Where Debian has the sources of packages. */
    private static final Path SOURCES = Path.of("/usr/share/gocode");

    private final Path program;

    private GoVerifier(Path program) {
        this.program = program;
    }

    /**
     * What the program answers.
     *
     * @param status 0 when all is right
     */
    public record Verdict(int status, String said) {}

    /** Compiles the program, which takes some seconds the first time. */
    public static GoVerifier builtIn(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                isInstalled() || "true".equals(System.getenv("CI")),
                "Go or its package golang.org/x/mod is not installed here");
        Path source = folder.resolve("verify.go");
        try (InputStream text = GoVerifier.class.getResourceAsStream("/verify.go")) {
            Files.copy(text, source);
        }
        Path program = folder.resolve("verify");
        var built = run("go", "build", "-o", program.toString(), source.toString());
        if (built.status() != 0) {
            throw new IllegalStateException("verify.go does not compile: " + built.said());
        }
        return new GoVerifier(program);
    }

    private static boolean isInstalled() {
        return Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb"))
                && Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
    }

    /** Checks a whole log, at an address or in a folder. */
    public Verdict log(String prefix, VerifierKey key, String... more) throws IOException, InterruptedException {
        return verify(key, more, "-log", prefix);
    }

    /** Checks a proof and the entry that it is for. */
    public Verdict proof(Path proof, Path entry, VerifierKey key, String... more)
            throws IOException, InterruptedException {
        return verify(key, more, "-proof", proof.toString(), "-entry", entry.toString());
    }

    private Verdict verify(VerifierKey key, String[] more, String... what) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program.toString(), "-key", key.encode()));
        words.addAll(List.of(more));
        words.addAll(List.of(what));
        return run(words.toArray(String[]::new));
    }

    private static Verdict run(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", SOURCES.toString());
        // Without it Go asks for a C compiler, for the names of hosts.
        builder.environment().put("CGO_ENABLED", "0");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said.strip());
    }
}
