package org.yol.programs.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.ProgrammeKind;

@RestController
@Tag(name = "Public data")
class FiguresController {

    /** As long as figures are kept here: whoever looks again after it may see something new. */
    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final CurrentFigures figures;
    private final Clock clock;

    FiguresController(CurrentFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/api/figures")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "How many people applied, were selected and went, by country, year, sector, kind and provider",
            description = "The same for everybody. Numbers are sums of groups, the people of one country at one call,"
                    + " each rounded at random to a multiple of five: a group of fewer than five people cannot be told"
                    + " from none or from more. The groups themselves are in /api/open-data/figures.csv.")
    ResponseEntity<FiguresView> get(
            @RequestParam(required = false) ProgrammeKind kind,
            @RequestParam(required = false) @Size(max = 10) String country,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) @Size(max = 200) String provider,
            @RequestParam(required = false) @Size(max = 100) String sector) {
        FigureFilter filter = new FigureFilter(kind, country, year, provider, sector);
        FiguresView view = FiguresView.of(figures.get(), filter, clock.instant());
        return ResponseEntity.ok().cacheControl(BRIEFLY).eTag(view.tag()).body(view);
    }
}
