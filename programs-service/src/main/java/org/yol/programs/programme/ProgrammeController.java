package org.yol.programs.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/programs")
@Tag(name = "Programmes")
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeSearch search;
    private final ProgrammeWriting writing;
    private final ProgrammeViews views;

    ProgrammeController(Programmes programmes, ProgrammeSearch search, ProgrammeWriting writing, ProgrammeViews views) {
        this.programmes = programmes;
        this.search = search;
        this.writing = writing;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Find programmes; coordinators see their own drafts with `mine=true`")
    ResponseEntity<Page<ProgrammeView>> list(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) ProgrammeKind kind,
            @RequestParam(required = false) String country,
            @RequestParam(required = false) StudyLevel level,
            @RequestParam(required = false) Phase phase,
            @RequestParam(required = false) String provider,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "closes") Sort sort,
            PageRequest page,
            Caller caller) {
        var filter = new ProgrammeFilter(text, kind, country, level, phase, provider, mine);
        return BriefCaching.ok(caller).body(views.of(search.page(filter, sort, caller, page)));
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One programme with its calls")
    ResponseEntity<ProgrammeView> get(@PathVariable String id, Caller caller) {
        Programme programme = programmes.visible(id, caller);
        ProgrammeView view = views.of(programme);
        return BriefCaching.ok(caller)
                .eTag(VariantTag.of(programme, view.calls()))
                .body(view);
    }

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Write a new programme with one call, as a draft of one's own provider")
    ResponseEntity<ProgrammeView> create(
            @Valid @RequestBody ProgrammeRequest request, Caller caller, IdempotencyKey key) {
        Programme programme = writing.create(request, caller, key.with(request));
        return Representation.created(URI.create("/api/programs/" + programme.id()), programme, views.of(programme));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Replace what a draft of one's own provider says")
    ResponseEntity<ProgrammeView> edit(
            @PathVariable String id,
            @Valid @RequestBody ProgrammeRequest request,
            Caller caller,
            ExpectedVersion seen) {
        Programme programme = writing.edit(id, request, caller, seen);
        return Representation.of(programme, views.of(programme));
    }
}
