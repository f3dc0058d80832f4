package org.yol.programs.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.yol.platform.document.PageRequest;
import org.yol.programs.call.VariantTag;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/programs")
@Tag(name = "Programmes")
class ProgrammeSearchController {

    /** More than there are values worth choosing at once; an address would not hold many more. */
    private static final int VALUES = 50;

    private static final String ITEMS = "{field.items}";

    private final ProgrammeSearch search;
    private final ProgrammeViews views;

    ProgrammeSearchController(ProgrammeSearch search, ProgrammeViews views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Find programmes, and how many there are of each kind; coordinators see their own drafts with"
                    + " `mine=true`. Each facet may be given several times: a programme has to have one of its values")
    ResponseEntity<ProgrammePage> list(
            @Parameter(description = "Words in any language, which all have to occur if they do so anywhere")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    String text,
            @RequestParam(required = false) @Size(max = VALUES, message = ITEMS) List<ProgrammeKind> kind,
            @Parameter(description = "Of origin or destination, ISO 3166-1 alpha-2")
                    @RequestParam(required = false)
                    @Size(max = VALUES, message = ITEMS)
                    List<String> country,
            @RequestParam(required = false) @Size(max = VALUES, message = ITEMS) List<StudyLevel> level,
            @Parameter(description = "ISCED-F 2013, two digits or four")
                    @RequestParam(required = false)
                    @Size(max = VALUES, message = ITEMS)
                    List<String> field,
            @RequestParam(required = false) @Size(max = VALUES, message = ITEMS) List<String> sector,
            @Parameter(description = "Of teaching, ISO 639")
                    @RequestParam(required = false)
                    @Size(max = VALUES, message = ITEMS)
                    List<String> language,
            @RequestParam(required = false) @Size(max = VALUES, message = ITEMS) List<Funding> funding,
            @RequestParam(required = false) @Size(max = VALUES, message = ITEMS) List<Timing> phase,
            @RequestParam(required = false) String provider,
            @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(description = "Those that were put away, which no other list shows")
                    @RequestParam(defaultValue = "false")
                    boolean archived,
            @Parameter(description = "By relevance where there are words, else by deadline, if nothing is said")
                    @RequestParam(required = false)
                    Sort sort,
            PageRequest page,
            Caller caller) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        chosen.put(Facet.KIND, ProgrammeFilter.values(kind));
        chosen.put(Facet.COUNTRY, ProgrammeFilter.values(country));
        chosen.put(Facet.LEVEL, ProgrammeFilter.values(level));
        chosen.put(Facet.FIELD, ProgrammeFilter.values(field));
        chosen.put(Facet.SECTOR, ProgrammeFilter.values(sector));
        chosen.put(Facet.LANGUAGE, ProgrammeFilter.values(language));
        chosen.put(Facet.FUNDING, ProgrammeFilter.values(funding));
        chosen.put(Facet.PHASE, ProgrammeFilter.values(phase));
        ProgrammeFilter filter = new ProgrammeFilter(text, chosen, provider, mine, archived);
        Sort usual = filter.hasText() ? Sort.RELEVANCE : Sort.CLOSES;
        return BriefCaching.ok(caller).body(search.page(filter, sort == null ? usual : sort, caller, page));
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
