package org.yol.programs.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/calls/{id}")
@Tag(name = "Calls")
class CallController {

    private final Programmes programmes;
    private final ProgrammeWriting writing;
    private final ProgrammeViews views;

    CallController(Programmes programmes, ProgrammeWriting writing, ProgrammeViews views) {
        this.programmes = programmes;
        this.writing = writing;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "One call; its ETag is its programme's")
    ResponseEntity<CallView> get(@PathVariable String id, Caller caller) {
        Programme programme = programmes.visibleOfCall(id, caller);
        CallView view = views.of(programme, id);
        return BriefCaching.ok(caller)
                .eTag(VariantTag.of(programme, List.of(view)))
                .body(view);
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Show the call and its programme to the public; there is no way back")
    ResponseEntity<ProgrammeView> publish(
            @PathVariable String id, Caller caller, ExpectedVersion seen, IdempotencyKey key) {
        Programme programme = writing.publish(id, caller, seen, key.with(Map.of()));
        return Representation.of(programme, views.of(programme));
    }
}
