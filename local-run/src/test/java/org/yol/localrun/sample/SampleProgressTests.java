package org.yol.localrun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProgressTests {

    @TempDir
    Path home;

    @Test
    void countsDatesFromTheSameMomentAfterACrash() {
        Instant first = progress().momentOf("bolashak");

        assertThat(progress().momentOf("bolashak")).isEqualTo(first);
    }

    @Test
    void isCompleteOnceItWasCompleted() {
        assertThat(progress().isComplete()).isFalse();

        progress().complete();

        assertThat(progress().isComplete()).isTrue();
    }

    private SampleProgress progress() {
        return new SampleProgress(home.resolve("sample.json"), Clock.systemUTC());
    }
}
