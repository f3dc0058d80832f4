package org.yol.applications.log;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.transparency.Algorithm;
import org.yol.transparency.VerifierKey;

/**
 * Who watches the log: a file with a witness a line, {@code <country> <verifier key> [<address>]}, the key one for
 * cosignatures (C2SP tlog-cosignature), the address that of a witness which is asked (C2SP tlog-witness) rather than
 * comes by itself. Read again each minute, so that a country may join while the service runs.
 */
@Component
class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final String path;
    private final LoadingCache<String, List<KnownWitness>> read = Caffeine.newBuilder()
            .maximumSize(1)
            .refreshAfterWrite(READ_AGAIN_AFTER)
            .build(Witnesses::read);

    Witnesses(LogProperties properties) {
        this.path = properties.witnesses();
        all();
    }

    /**
     * Somebody who watches.
     *
     * @param country ISO 3166-1 alpha-2
     * @param address what {@code add-checkpoint} is appended to; null for who comes by itself
     */
    record KnownWitness(String country, VerifierKey key, URI address) {}

    /** All of them. */
    List<KnownWitness> all() {
        return path == null || path.isBlank() ? List.of() : read.get(path);
    }

    List<VerifierKey> keys() {
        return all().stream().map(KnownWitness::key).toList();
    }

    private static List<KnownWitness> read(String path) {
        List<KnownWitness> found = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(Path.of(path));
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    found.add(witness(number, line));
                }
            }
            return List.copyOf(found);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("The file of LOG_WITNESSES cannot be read: {}", unreadable.getMessage());
            throw new IllegalStateException(
                    "The file of LOG_WITNESSES (" + path + ") must have a witness a line: country, verifier key, and"
                            + " its address if it is asked; docs/operations.md says more. "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static KnownWitness witness(int number, String line) {
        String[] words = line.split("\\s+");
        if (words.length < 2 || words.length > 3) {
            // Not the line: who mistakes it may have put a secret there.
            throw new IllegalArgumentException("Line " + number + " is not a witness.");
        }
        VerifierKey key = VerifierKey.parse(words[1]);
        if (key.algorithm() != Algorithm.COSIGNATURE) {
            throw new IllegalArgumentException("The key in line " + number + " is not one for cosignatures.");
        }
        return new KnownWitness(words[0], key, words.length == 3 ? URI.create(words[2]) : null);
    }
}
