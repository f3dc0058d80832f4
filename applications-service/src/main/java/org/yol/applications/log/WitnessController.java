package org.yol.applications.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SplitView;
import org.yol.transparency.VerifierKey;

/** Who watches the log, what they have signed, and what they have found. */
@RestController
@RequestMapping("/api/log")
@Tag(name = "Public log")
class WitnessController {

    private static final int LONGEST = 100_000;

    private final Witnesses witnesses;
    private final Cosignatures cosignatures;
    private final Evidences evidences;

    WitnessController(Witnesses witnesses, Cosignatures cosignatures, Evidences evidences) {
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
        this.evidences = evidences;
    }

    /**
     * A witness and what it has countersigned last.
     *
     * @param country ISO 3166-1 alpha-2 of the authority that runs it
     * @param key its verifier key (C2SP tlog-cosignature)
     * @param size null while it has countersigned nothing
     * @param at by its own clock; null likewise
     * @param checkpoint the signed note; null likewise
     */
    record WitnessView(String country, String key, Long size, Instant at, String checkpoint) {}

    /** @param earlier size of the one checkpoint, {@code later} of the other */
    record EvidenceView(String id, Instant at, long earlier, long later) {}

    @GetMapping("/witnesses")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Who watches the log, and the last checkpoint that each has countersigned")
    ResponseEntity<List<WitnessView>> witnesses() {
        Map<VerifierKey, Countersigned> latest = cosignatures.latest();
        return ResponseEntity.ok()
                .cacheControl(LogController.MOMENT)
                .body(witnesses.all().stream()
                        .map(witness -> view(witness, Optional.ofNullable(latest.get(witness.key()))))
                        .toList());
    }

    private static WitnessView view(Witnesses.KnownWitness witness, Optional<Countersigned> last) {
        return new WitnessView(
                witness.country(),
                witness.key().encode(),
                last.map(Countersigned::size).orElse(null),
                last.map(Countersigned::at).orElse(null),
                last.map(Countersigned::checkpoint).orElse(null));
    }

    @PostMapping(path = "/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Takes a checkpoint that a witness has countersigned",
            description = "Its signature is what allows it. A checkpoint that the log signed and that is not of the"
                    + " history shown here is kept as evidence.")
    void countersign(@RequestBody @Valid @Size(max = LONGEST) String note) {
        cosignatures.take(parsed(note));
    }

    private static SignedNote parsed(String note) {
        try {
            return SignedNote.parse(note);
        } catch (IllegalArgumentException _) {
            throw new Refused(LogProblem.NOT_A_CHECKPOINT);
        }
    }

    @PostMapping(path = "/evidence", consumes = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes evidence that the log has signed two histories, if it is any")
    void convict(@RequestBody @Valid @Size(max = LONGEST) String evidence) {
        try {
            evidences.keep(SplitView.parse(evidence));
        } catch (IllegalArgumentException _) {
            throw new Refused(LogProblem.NO_EVIDENCE);
        }
    }

    @GetMapping("/evidence")
    @PreAuthorize("permitAll()")
    @Operation(summary = "What shows that the log has signed two histories: nothing, as long as nobody misuses its key")
    ResponseEntity<List<EvidenceView>> evidence() {
        return ResponseEntity.ok()
                .cacheControl(LogController.MOMENT)
                .body(evidences.all().stream()
                        .map(one -> new EvidenceView(one.id(), one.at(), one.earlier(), one.later()))
                        .toList());
    }

    @GetMapping(path = "/evidence/{id}", produces = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "Two checkpoints that the log has signed and that cannot both be true, for a file")
    ResponseEntity<String> evidence(@PathVariable String id) {
        Evidence found = evidences.find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("yol-log-evidence-" + id.substring(0, 12) + ".txt")
                                .build()
                                .toString())
                .body(found.text());
    }
}
