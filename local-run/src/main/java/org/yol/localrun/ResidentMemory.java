package org.yol.localrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that a process holds: its proportional set size, in which a page shared by several processes is divided
 * between them, so that a sum over processes counts it once.
 */
final class ResidentMemory {

    private static final String LABEL = "Pss:";

    private ResidentMemory() {}

    /** In kibibytes; empty where the system has no such file or the process is gone. */
    static OptionalLong ofProcess(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(LABEL))
                    .map(line -> List.of(line.strip().split("\\s+")).get(1))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
