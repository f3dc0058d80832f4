package org.yol.localrun.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the sample data has come, kept on the disk. It remembers the moment that each programme's dates were counted
 * from, so that a second try after a crash sends the very same request.
 */
final class SampleProgress {

    private record Content(Map<String, Instant> moments, boolean complete) {}

    private final Path file;
    private final Clock clock;
    private Content content;

    SampleProgress(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.content = read();
    }

    boolean isComplete() {
        return content.complete();
    }

    void complete() {
        write(new Content(content.moments(), true));
    }

    Instant momentOf(String programme) {
        if (!content.moments().containsKey(programme)) {
            Map<String, Instant> moments = new HashMap<>(content.moments());
            moments.put(programme, clock.instant());
            write(new Content(moments, false));
        }
        return content.moments().get(programme);
    }

    private Content read() {
        try {
            return Files.exists(file)
                    ? JsonMapper.shared().readValue(Files.readString(file), Content.class)
                    : new Content(Map.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Content changed) {
        Path incomplete = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(incomplete, JsonMapper.shared().writeValueAsString(changed));
            Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        content = changed;
    }
}
