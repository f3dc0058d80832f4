package org.yol.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mails that the local sink has kept since a moment: a file each, named by the millisecond in which it came.
 *
 * @param since milliseconds of the epoch
 */
public record Mails(Path folder, long since) {

    private static final String FILE = "\\d{15}\\.eml";
    private static final String TO = "to:";
    private static final String SUBJECT = "subject:";

    /** When each came, in milliseconds of the epoch, the first first. */
    public List<Long> times() {
        return files().stream().map(Mails::time).sorted().toList();
    }

    /** How many came to each address. */
    public Map<String, Integer> byAddress() {
        Map<String, Integer> mails = new HashMap<>();
        files().forEach(file -> header(file, TO).ifPresent(address -> mails.merge(address, 1, Integer::sum)));
        return mails;
    }

    /**
     * When a mail came to each address whose subject begins so, in milliseconds of the epoch.
     *
     * @param subject in ASCII
     */
    public Map<String, Long> times(String subject) {
        Map<String, Long> times = new HashMap<>();
        files().stream()
                .filter(file -> header(file, SUBJECT)
                        .filter(line -> line.startsWith(subject))
                        .isPresent())
                .forEach(file -> header(file, TO).ifPresent(address -> times.put(address, time(file))));
        return times;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(FILE) && time(file) >= since)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long time(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 15));
    }

    private static Optional<String> header(Path file, String name) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
