package org.yol.applications.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries for people: newest first, by what they are about, and the proof that one is there. */
@RestController
@RequestMapping("/api/log")
@Tag(name = "Public log")
class EntryController {

    private final PublicLogs logs;
    private final LogParts parts;
    private final LogProofs proofs;

    EntryController(PublicLogs logs, LogParts parts, LogProofs proofs) {
        this.logs = logs;
        this.parts = parts;
        this.proofs = proofs;
    }

    /**
     * An entry.
     *
     * @param index its number, from 0
     * @param leaf its hash in the tree, lower-case hex
     * @param entry what it says; what is hashed is the canonical form (RFC 8785) of this
     */
    record EntryView(long index, String leaf, JsonNode entry) {

        static EntryView of(LogEntry entry) {
            return new EntryView(
                    entry.index(),
                    entry.leaf(),
                    JsonMapper.shared().readTree(entry.statement().text()));
        }
    }

    /**
     * Which entries are asked for.
     *
     * @param call id of a call
     * @param kind what they are about
     */
    record EntryListing(
            @Size(max = 200) String call, @Size(max = 50) String kind) {

        Bson filter() {
            List<Bson> asked = new ArrayList<>();
            if (isAsked(call)) {
                asked.add(eq("statement.call", call.strip()));
            }
            if (isAsked(kind)) {
                asked.add(eq("statement.kind", kind.strip()));
            }
            return asked.isEmpty() ? empty() : and(asked);
        }

        private static boolean isAsked(String value) {
            return value != null && !value.isBlank();
        }
    }

    @GetMapping("/entries")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The entries, the latest first",
            description = "Also those of one call, which are its history.")
    ResponseEntity<Page<EntryView>> list(@Valid @ParameterObject EntryListing listing, PageRequest page) {
        long before = page.after() == null ? logs.now().size() : cursor(page.after());
        List<LogEntry> found = parts.entries()
                .latest(listing.filter(), Math.min(before, logs.now().size()), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<LogEntry> shown = more ? found.subList(0, page.limit()) : found;
        return ResponseEntity.ok()
                .cacheControl(LogController.MOMENT)
                .body(new Page<>(
                        shown.stream().map(EntryView::of).toList(),
                        more ? Long.toString(shown.getLast().index()) : null));
    }

    private static long cursor(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException _) {
            throw new Refused(Problem.INVALID_CURSOR);
        }
    }

    @GetMapping("/entries/{index}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One entry")
    ResponseEntity<EntryView> one(@PathVariable long index) {
        return ResponseEntity.ok()
                .cacheControl(LogController.MOMENT)
                .body(EntryView.of(Halted.told(() -> proofs.signed(index))));
    }

    @GetMapping(path = "/entries/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The proof that an entry is in the log, for a file (C2SP tlog-proof)",
            description = "For the latest checkpoint that the most witnesses have countersigned.")
    ResponseEntity<String> proof(@PathVariable long index) {
        return ResponseEntity.ok()
                .cacheControl(LogController.MOMENT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("yol-log-entry-" + index + ".tlog-proof")
                                .build()
                                .toString())
                .body(Halted.told(() -> proofs.of(proofs.signed(index))).toString());
    }

    @GetMapping("/leaves/{leaf}")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The entry of a hash",
            description = "For whoever can reckon what an entry must be, as from a receipt; 404 while it is not there.")
    ResponseEntity<EntryView> ofLeaf(@PathVariable @Valid @Pattern(regexp = "[0-9a-f]{64}") String leaf) {
        LogEntry found = parts.entries()
                .ofLeaf(leaf)
                .filter(entry -> entry.index() < logs.now().size())
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(LogController.MOMENT).body(EntryView.of(found));
    }
}
