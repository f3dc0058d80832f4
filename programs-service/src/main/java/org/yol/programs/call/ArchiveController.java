package org.yol.programs.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeView;

@RestController
class ArchiveController {

    private final Archiving archiving;
    private final CallViews views;

    ArchiveController(Archiving archiving, CallViews views) {
        this.archiving = archiving;
        this.views = views;
    }

    @PostMapping("/api/calls/{id}/archive")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Tag(name = "Calls")
    @Operation(
            summary = "Put a call away that is over and decided, with a reason, or a draft: lists do not show it any"
                    + " more, its address does. 409 `not-over` or `undecided` before that")
    ResponseEntity<CallView> archiveCall(
            @PathVariable String id,
            @Valid @RequestBody ArchiveRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Call call = archiving.archiveCall(id, request, caller, seen, key.with(request));
        return Representation.of(call, views.of(call, caller));
    }

    @PostMapping("/api/programs/{id}/archive")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Tag(name = "Programmes")
    @Operation(
            summary = "Put a programme away with all of its calls, as soon as each of them could be; a call that is"
                    + " open later brings it back")
    ResponseEntity<ProgrammeView> archiveProgramme(
            @PathVariable String id,
            @Valid @RequestBody ArchiveRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Programme programme = archiving.archiveProgramme(id, request, caller, seen, key.with(request));
        return Representation.of(programme, ProgrammeView.of(programme));
    }

    @PostMapping("/api/calls/{id}/return")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Tag(name = "Calls")
    @Operation(
            summary =
                    "Take a call back from the archive, as it was, with a reason, or a draft: lists show it again. 409"
                            + " `not-archived`, or `programme-archived` when it was put away with its programme")
    ResponseEntity<CallView> takeCallBack(
            @PathVariable String id,
            @Valid @RequestBody ArchiveRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Call call = archiving.takeCallBack(id, request, caller, seen, key.with(request));
        return Representation.of(call, views.of(call, caller));
    }

    @PostMapping("/api/programs/{id}/return")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Tag(name = "Programmes")
    @Operation(
            summary = "Take a programme back from the archive with those of its calls that were not put away by"
                    + " themselves. 409 `not-archived`")
    ResponseEntity<ProgrammeView> takeProgrammeBack(
            @PathVariable String id,
            @Valid @RequestBody ArchiveRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Programme programme = archiving.takeProgrammeBack(id, request, caller, seen, key.with(request));
        return Representation.of(programme, ProgrammeView.of(programme));
    }
}
