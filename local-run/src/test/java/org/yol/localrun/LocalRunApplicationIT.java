package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. Where it looks are no services' jars, so that it could not start any. */
class LocalRunApplicationIT {

    @TempDir
    Path root;

    @Test
    void refusesTheStoreOfAnEarlierYolBeforeAnythingStarts() throws Exception {
        Path store = Files.createDirectories(root.resolve("home/store")).resolve("store.mv");
        Files.writeString(store, "documents");

        Process run = run();

        assertThat(run.inputReader().lines()).as("what it said").isEmpty();
        assertThat(run.errorReader().lines())
                .contains("The state in " + root.resolve("home") + " was written by an earlier Yol and its data can't"
                        + " be kept: ./run --fresh forgets it, or set YOL_HOME to another folder.");
        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(store).hasContent("documents");
    }

    @Test
    void refusesTheStateOfANewerYol() throws Exception {
        Files.writeString(Files.createDirectory(root.resolve("home")).resolve("form"), "4");

        Process run = run();

        assertThat(new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("is of form '4', which this Yol does not know");
        assertThat(run.waitFor()).isEqualTo(1);
    }

    private Process run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalRunApplication.class.getName(),
                "--exit");
        builder.environment().put("YOL_ROOT", root.toString());
        builder.environment().put("YOL_HOME", "home");
        return builder.start();
    }
}
