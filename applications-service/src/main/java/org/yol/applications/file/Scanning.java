package org.yol.applications.file;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Scans later what could not be scanned when it came, because the scanner was away: nobody misses a deadline for it.
 * What is then found is never handed out.
 */
@Component
class Scanning {

    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);

    private final VirusScanner scanner;
    private final Clock clock;
    private final Counter found;

    Scanning(Files files, VirusScanner scanner, FileProperties properties, Clock clock, MeterRegistry meters) {
        this.scanner = scanner;
        this.clock = clock;
        this.found = Counter.builder("yol.files.infected")
                .description("Files in which a virus was found after they had been taken")
                .register(meters);
        WorkPlan plan = new WorkPlan(
                StoredFile.SCAN,
                Duration.ofMinutes(1),
                2,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Integer.MAX_VALUE,
                properties.sweep());
        files.stores().all().forEach(store -> store.scan(plan, (file, _) -> scan(store, file)));
    }

    private Outcome scan(FileStore store, StoredFile file) {
        if (!scanner.isThere()) {
            return Outcome.DONE;
        }
        try (InputStream bytes = store.open(file, _ -> {})) {
            Optional<String> virus = scanner.scan(bytes);
            store.scanned(file.id(), clock.instant(), virus.orElse(null));
            virus.ifPresent(name -> {
                found.increment();
                LOG.warn("{} in {}, which was taken while the scanner was away", name, file.id());
            });
            return Outcome.DONE;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
