package org.yol.programs.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

@RestController
@RequestMapping("/api/programs")
@Tag(name = "Programmes")
class ProgrammeController {

    private final ProgrammeWriting writing;

    ProgrammeController(ProgrammeWriting writing) {
        this.writing = writing;
    }

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary =
                    "Write a new programme as a draft of one's own provider, or of one that it represents; its calls are "
                            + "written for themselves. 409 `provider-unknown` until `PUT /api/providers/{id}` has said who that is")
    ResponseEntity<ProgrammeView> create(
            @Valid @RequestBody ProgrammeRequest request, Caller caller, IdempotencyKey key) {
        Programme programme = writing.create(request, caller, key.with(request));
        return Representation.created(
                URI.create("/api/programs/" + programme.id()), programme, ProgrammeView.of(programme));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary =
                    "Replace what a programme of one's own provider says; a published one with a reason, to nobody's harm")
    ResponseEntity<ProgrammeView> edit(
            @PathVariable String id,
            @Valid @RequestBody ProgrammeRequest request,
            Caller caller,
            ExpectedVersion seen) {
        Programme programme = writing.edit(id, request, caller, seen);
        return Representation.of(programme, ProgrammeView.of(programme));
    }
}
