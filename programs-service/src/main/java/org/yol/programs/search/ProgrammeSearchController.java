package org.yol.programs.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.programs.call.Phase;
import org.yol.programs.call.VariantTag;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/programs")
@Tag(name = "Programmes")
class ProgrammeSearchController {

    private final ProgrammeSearch search;
    private final ProgrammeViews views;

    ProgrammeSearchController(ProgrammeSearch search, ProgrammeViews views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Find programmes; coordinators see their own drafts with `mine=true`")
    ResponseEntity<Page<ProgrammeWithCalls>> list(
            @RequestParam(required = false) @Size(max = 200) String text,
            @RequestParam(required = false) ProgrammeKind kind,
            @RequestParam(required = false) String country,
            @RequestParam(required = false) StudyLevel level,
            @RequestParam(required = false) Phase phase,
            @RequestParam(required = false) String provider,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "closes") Sort sort,
            PageRequest page,
            Caller caller) {
        ProgrammeFilter filter = new ProgrammeFilter(text, kind, country, level, phase, provider, mine);
        return BriefCaching.ok(caller).body(views.of(search.page(filter, sort, caller, page), caller));
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One programme with its calls, each with its own version")
    ResponseEntity<ProgrammeWithCalls> get(@PathVariable String id, Caller caller) {
        ProgrammeWithCalls view = views.of(search.visible(id, caller), caller);
        return BriefCaching.ok(caller)
                .eTag(VariantTag.of(view.version(), view.calls()))
                .body(view);
    }
}
