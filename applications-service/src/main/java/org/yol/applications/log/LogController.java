package org.yol.applications.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.Tile;
import org.yol.transparency.VerifierKey;

/** The log as C2SP tlog-tiles publishes it: a checkpoint, and files that never change. */
@RestController
@RequestMapping("/api/log")
@Tag(name = "Public log")
class LogController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** What changes with each checkpoint. */
    static final CacheControl MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** As long as a drawing of days can be read. */
    private static final int DAYS_SHOWN = 366;

    private final PublicLogs logs;
    private final LogParts parts;
    private final Cosignatures cosignatures;
    private final Clock clock;

    LogController(PublicLogs logs, LogParts parts, Cosignatures cosignatures, Clock clock) {
        this.logs = logs;
        this.parts = parts;
        this.cosignatures = cosignatures;
        this.clock = clock;
    }

    /** @param keys verifier keys (C2SP signed-note), the one that signs today first */
    record Keys(String origin, List<String> keys) {}

    /**
     * How the log has grown.
     *
     * @param signedAt when it grew last; null while it is empty
     * @param halted why it signs no more; null while it does
     * @param days on which it grew, of the last year, the first one first
     */
    record Growth(long size, Instant signedAt, PublicLog.Halt halted, List<Day> days) {}

    /** @param entries that were added on that day (UTC), 1 or more */
    record Day(LocalDate day, long entries) {}

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "How many entries there are and what they are, signed (C2SP tlog-checkpoint)",
            description = "With the signatures of the witnesses that have countersigned this very checkpoint.")
    ResponseEntity<String> checkpoint() {
        PublicLog log = logs.now();
        if (log.halted() != null) {
            throw Halted.refusal(log.halted());
        }
        if (log.checkpoint() == null) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .cacheControl(MOMENT)
                .contentType(TEXT)
                .body(cosignatures.latest(log).toString());
    }

    @GetMapping(path = "/tile/entries/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary =
                    "Entries, 256 or the last ones of a checkpoint, each behind its length in two bytes (C2SP tlog-tiles)")
    ResponseEntity<byte[]> entries(@PathVariable String path) {
        Tile tile = there(parsed("tile/entries" + path));
        long first = tile.index() * Tile.FULL;
        // What is not whole is not shown: it would be kept for ever on the way.
        List<LogEntry> found = Halted.told(() -> parts.entries().signed(first, tile.width()));
        return forEver(EntryBundle.encode(
                found.stream().map(entry -> entry.statement().entry()).toList()));
    }

    @GetMapping(path = "/tile/{level}/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "Hashes of the tree, 256 or the last ones of a checkpoint, of 32 bytes each (C2SP tlog-tiles)")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path) {
        Tile tile = there(parsed("tile/" + level + path));
        return forEver(Halted.told(() -> parts.tiles().read(tile)));
    }

    @GetMapping("/keys")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The name of the log and its public keys, today's and earlier ones (C2SP signed-note)")
    ResponseEntity<Keys> keys() {
        return ResponseEntity.ok()
                .cacheControl(HOUR)
                .body(new Keys(
                        parts.origin(),
                        parts.keys().published().stream()
                                .map(VerifierKey::encode)
                                .toList()));
    }

    @GetMapping(path = "/schema", produces = "application/schema+json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "What entries may be (JSON Schema 2020-12)")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok().cacheControl(HOUR).body(new ClassPathResource("log-entry.schema.json"));
    }

    @GetMapping("/growth")
    @PreAuthorize("permitAll()")
    @Operation(summary = "How many entries there are, and how many came on which day")
    ResponseEntity<Growth> growth() {
        PublicLog log = logs.now();
        List<LogDay> began = parts.days().since(LogDays.day(clock.instant()).minusDays(DAYS_SHOWN));
        List<Day> days = new ArrayList<>();
        for (int place = 0; place < began.size(); place++) {
            long until = place + 1 < began.size() ? began.get(place + 1).first() : log.size();
            long entries = until - began.get(place).first();
            if (entries > 0) {
                days.add(new Day(LocalDate.parse(began.get(place).id()), entries));
            }
        }
        return ResponseEntity.ok()
                .cacheControl(MOMENT)
                .body(new Growth(log.size(), log.signedAt(), log.halted(), days));
    }

    private static Tile parsed(String path) {
        try {
            return path.startsWith("tile/entries/") ? Tile.parseEntries(path) : Tile.parse(path);
        } catch (IllegalArgumentException _) {
            throw new Refused(Problem.NOT_FOUND);
        }
    }

    /** The tile if all of it has been signed. */
    private Tile there(Tile tile) {
        if (!tile.isWithin(logs.now().size())) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return tile;
    }

    private static ResponseEntity<byte[]> forEver(byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }
}
