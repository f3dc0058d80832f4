package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void forgetsEverything() throws Exception {
        Files.createDirectories(home.resolve("kafka/topic"));
        Files.writeString(home.resolve("kafka/topic/segment"), "events");

        StateFolder.forget(home);

        assertThat(home).isEmptyDirectory();
    }
}
