package org.yol.programs.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.ProblemTexts;
import org.yol.platform.web.Representation;
import org.yol.programs.web.BriefCaching;

@RestController
@Tag(name = "Calls")
class CallController {

    private final Calls calls;
    private final CallWriting writing;
    private final CallPublication publication;
    private final CallViews views;
    private final ProblemTexts texts;

    CallController(Calls calls, CallWriting writing, CallPublication publication, CallViews views, ProblemTexts texts) {
        this.calls = calls;
        this.writing = writing;
        this.publication = publication;
        this.views = views;
        this.texts = texts;
    }

    @PostMapping("/api/programs/{programmeId}/calls")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Write a new call of a programme of one's own provider, as a draft")
    ResponseEntity<CallView> create(
            @PathVariable String programmeId,
            @Valid @RequestBody CallRequest request,
            Caller caller,
            IdempotencyKey key) {
        Call call = writing.create(programmeId, request, caller, key.with(request));
        return Representation.created(URI.create("/api/calls/" + call.id()), call, views.of(call, caller));
    }

    @GetMapping("/api/calls/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One call; drafts are for coordinators of its provider and auditors")
    ResponseEntity<CallView> get(@PathVariable String id, Caller caller) {
        Call call = calls.visible(id, caller);
        CallView view = views.of(call, caller);
        return BriefCaching.ok(caller)
                .eTag(VariantTag.of(call.version(), List.of(view)))
                .body(view);
    }

    @PutMapping("/api/calls/{id}")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Replace what a call of one's own provider says; a published one with a reason, to nobody's harm")
    ResponseEntity<CallView> edit(
            @PathVariable String id, @Valid @RequestBody CallRequest request, Caller caller, ExpectedVersion seen) {
        Call call = writing.edit(id, request, caller, seen);
        return Representation.of(call, views.of(call, caller));
    }

    @PostMapping("/api/calls/{id}/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Show the call and its programme to the public; there is no way back")
    ResponseEntity<CallView> publish(@PathVariable String id, Caller caller, ExpectedVersion seen, IdempotencyKey key) {
        Call call = publication.publish(id, caller, seen, key.with(Map.of()));
        return Representation.of(call, views.of(call, caller));
    }

    @PostMapping("/api/calls/{id}/extensions")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Grant a later deadline to everybody or to citizens of some countries, with a reason")
    ResponseEntity<CallView> extend(
            @PathVariable String id,
            @Valid @RequestBody ExtensionRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Call call = writing.extend(id, request, caller, seen, key.with(request));
        return Representation.of(call, views.of(call, caller));
    }

    @PostMapping("/api/calls/{id}/closing")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Close a published call for everybody before the time that was said, with a reason; a week ahead"
                    + " where somebody has begun to apply")
    ResponseEntity<CallView> closeEarly(
            @PathVariable String id,
            @Valid @RequestBody ClosingRequest request,
            Caller caller,
            ExpectedVersion seen,
            IdempotencyKey key) {
        Call call = writing.closeEarly(id, request, caller, seen, key.with(request));
        return Representation.of(call, views.of(call, caller));
    }

    @GetMapping("/api/calls/{id}/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "What would stop the publication of a draft and its programme, by pointers into either")
    Readiness readiness(@PathVariable String id, Caller caller, Locale locale) {
        return new Readiness(texts.errors(publication.faults(id, caller), locale));
    }

    /**
     * @param errors {@code pointer} and {@code detail} of each thing that is missing or wrong; empty when nothing is
     */
    record Readiness(List<Map<String, String>> errors) {}
}
