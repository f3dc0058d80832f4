package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTests {

    @TempDir
    Path home;

    @Test
    void isHeldByOneRunAtATime() throws Exception {
        try (StateFolder _ = StateFolder.take(home)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> StateFolder.take(home))
                    .withMessageContaining("runs already");
        }
        StateFolder.take(home).close();
    }

    @Test
    void isForNoOtherAccountOfTheMachine() throws Exception {
        Path made = home.resolve("made");
        Path ofAnEarlierVersion = Files.createDirectory(home.resolve("earlier"));
        Files.setPosixFilePermissions(ofAnEarlierVersion, PosixFilePermissions.fromString("rwxr-xr-x"));

        StateFolder.take(made).close();
        StateFolder.take(ofAnEarlierVersion).close();

        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(ofAnEarlierVersion)).isEqualTo("rwx------");
    }

    @Test
    void forgetsEverything() throws Exception {
        Files.createDirectories(home.resolve("kafka/topic"));
        Files.writeString(home.resolve("kafka/topic/segment"), "events");

        StateFolder.forget(home);

        assertThat(home).isEmptyDirectory();
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
