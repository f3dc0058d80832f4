package org.yol.applications.selection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.selection.SelectionResult.CutOff;
import org.yol.applications.selection.SelectionRun.Figures;
import org.yol.applications.selection.SelectionRun.Files;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The public record of selections: what everybody can check. */
@RestController
@RequestMapping("/api/selections")
@Tag(name = "Selections")
class PublicSelectionController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final SelectionRuns runs;
    private final SelectionFiles files;
    private final Records records;

    PublicSelectionController(SelectionRuns runs, SelectionFiles files, Records records) {
        this.runs = runs;
        this.files = files;
        this.records = records;
    }

    /**
     * The record of a selection.
     *
     * @param at when it was announced
     * @param seed of the lottery
     * @param files digests of the two files, which are beside this address as {@code input} and {@code result}
     * @param cutOffs who was taken last, of what is full
     * @param reserveAtMost how many of each reserve list can still be offered a place
     */
    record PublicRecord(
            String id,
            String callId,
            Instant at,
            String seed,
            SelectionResult.Algorithm algorithm,
            Files files,
            Figures figures,
            List<CutOff> cutOffs,
            int reserveAtMost) {}

    @GetMapping("/calls/{callId}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The record of the selection that decides for a call, once it is published")
    ResponseEntity<PublicRecord> ofCall(@PathVariable String callId) {
        return answer(
                runs.deciding(callId).filter(SelectionRun::isPublic).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    }

    @GetMapping("/{selectionId}/record")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The record of a published selection")
    ResponseEntity<PublicRecord> record(@PathVariable("selectionId") String id) {
        return answer(published(id));
    }

    private ResponseEntity<PublicRecord> answer(SelectionRun run) {
        PublishedRecord read = records.of(run.files());
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .body(new PublicRecord(
                        run.id(),
                        run.callId(),
                        run.publication().at(),
                        read.input().seed(),
                        read.result().algorithm(),
                        run.files(),
                        run.figures(),
                        read.result().cutOffs(),
                        run.publication().reserveAtMost()));
    }

    @GetMapping(path = "/{selectionId}/input", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "What a published selection was worked out from: canonical JSON (RFC 8785)")
    ResponseEntity<byte[]> input(@PathVariable("selectionId") String id) {
        Files made = published(id).files();
        return forEver(files.read(made.input(), made.inputBytes()));
    }

    @GetMapping(path = "/{selectionId}/result", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "What came out of a published selection: canonical JSON (RFC 8785)")
    ResponseEntity<byte[]> result(@PathVariable("selectionId") String id) {
        Files made = published(id).files();
        return forEver(files.read(made.result(), made.resultBytes()));
    }

    private SelectionRun published(String id) {
        return runs.find(id).filter(SelectionRun::isPublic).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> forEver(byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }
}
