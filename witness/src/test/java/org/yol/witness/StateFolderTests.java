package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;
import org.yol.transparency.TestLog;

class StateFolderTests {

    private final TestLog log = TestLog.of("yol.example/api/log", 5);

    @TempDir
    private Path folder;

    @Test
    void remembersWhatWasSignedOnlyIfNothingElseWasMeanwhile() {
        try (var state = StateFolder.open(folder)) {
            assertThat(state.last(log.origin())).isEmpty();
            assertThat(state.compareAndSet(log.origin(), Optional.empty(), log.checkpoint(3)))
                    .isTrue();
            assertThat(state.compareAndSet(log.origin(), Optional.empty(), log.checkpoint(4)))
                    .isFalse();
        }
        try (var state = StateFolder.open(folder)) {
            assertThat(state.last(log.origin())).contains(log.checkpoint(3));
            assertThat(state.compareAndSet(log.origin(), Optional.of(log.checkpoint(3)), log.checkpoint(4)))
                    .isTrue();
        }
    }

    @Test
    void remembersTheLogsKeys() {
        var pinned = PinnedLog.of(log.key().verifierKey());
        try (var state = StateFolder.open(folder)) {
            assertThat(state.log()).isEmpty();
            state.pin(pinned);
            assertThat(state.log()).contains(pinned);
        }
    }

    @Test
    void isOfOneWitnessAtATime() {
        try (var state = StateFolder.open(folder)) {
            assertThat(state.log()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> StateFolder.open(folder))
                    .withMessageStartingWith("Another witness is running with the state in " + folder);
        }
        StateFolder.open(folder).close();
    }

    @Test
    void neverForgetsInSilence() throws IOException {
        try (var state = StateFolder.open(folder)) {
            Files.writeString(folder.resolve("checkpoint"), "yol.example/api/log\n3\n");
            assertThatIllegalStateException()
                    .isThrownBy(() -> state.last(log.origin()))
                    .withMessageContaining("checkpoint cannot be read");
            Files.writeString(
                    folder.resolve("checkpoint"),
                    TestLog.of("other.example", 3).checkpoint().toString());
            assertThatIllegalStateException()
                    .isThrownBy(() -> state.last(log.origin()))
                    .withMessageContaining("it is of another log");
            Files.writeString(folder.resolve("log"), "yol.example/api/log\nrubbish\n");
            assertThatIllegalStateException().isThrownBy(state::log).withMessageContaining("log cannot be read");
        }
    }

    @Test
    void whatACrashLeftIsOverwritten() throws IOException {
        try (var state = StateFolder.open(folder)) {
            Files.writeString(folder.resolve("checkpoint.new"), "half of a check");
            assertThat(state.compareAndSet(log.origin(), Optional.empty(), log.checkpoint(3)))
                    .isTrue();
            assertThat(state.last(log.origin())).contains(log.checkpoint(3));
            assertThat(folder.resolve("checkpoint.new")).doesNotExist();
        }
    }

    @Test
    void keyIsMadeOnceForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("deeper/key");
        var made = StateFolder.key(file, () -> SigningKey.generate("witness.example.kz", Algorithm.COSIGNATURE));
        var read = StateFolder.key(file, () -> {
            throw new AssertionError("made twice");
        });
        assertThat(read.verifierKey()).isEqualTo(made.verifierKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "rubbish");
        assertThatIllegalStateException()
                .isThrownBy(() -> StateFolder.key(file, () -> made))
                .withMessageContaining("cannot be read: A signing key has the form");
    }
}
