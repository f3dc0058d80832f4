package org.yol.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yol.bench.platform.Installation;

/** Plays plans, each in a process of its own: its heap and its CPU are not those of the measurement. */
public final class GatlingRun {

    private static final String HEAP = "-Xmx640m";

    private final Path folder;
    private final Installation installation;

    /** @param folder where reports go */
    public GatlingRun(Path folder, Installation installation) {
        this.folder = folder.toAbsolutePath().normalize();
        this.installation = installation;
    }

    /**
     * Plays a plan to its end.
     *
     * @throws IllegalStateException when the load's process fails; what it said is in {@code gatling.log}
     */
    public Figures play(Plan plan) {
        Stage stage = new Stage(folder.resolve(plan.name().replaceAll("[^A-Za-z0-9]+", "-")));
        try {
            forget(stage.folder());
            stage.set(plan, installation);
            Path log = stage.folder().resolve("gatling.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            // It reads the bytes of texts where they are.
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            // Gatling gives up after a minute, in which no long export is through.
                            "-Dgatling.http.requestTimeout=600000",
                            stage.option(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.gatling.app.Gatling",
                            "-s",
                            LoadSimulation.class.getName(),
                            "-rf",
                            stage.folder().toString(),
                            "-rd",
                            plan.name())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread stopping = Thread.ofPlatform().unstarted(process::destroy);
            Runtime.getRuntime().addShutdownHook(stopping);
            int exit = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stopping);
            if (exit != 0 && !stage.isPlayed()) {
                throw new IllegalStateException("The load failed. What was said is in " + log);
            }
            return stage.figures().pictured(report(stage.folder()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path report(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.resolve("index.html"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(folder);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
