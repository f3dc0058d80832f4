package org.yol.programs.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.document.Results;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallViews;
import org.yol.programs.call.Calls;
import org.yol.programs.figures.CurrentFigures;
import org.yol.programs.figures.Group;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeView;
import org.yol.programs.programme.Programmes;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may take with them. The figures are those that are in memory anyway; all else comes from a cursor. */
@RestController
@RequestMapping(OpenDataController.PATH)
@Tag(name = "Public data")
class OpenDataController {

    static final String PATH = "/api/open-data";

    private static final String CSV_SUMMARY = " as CSV (RFC 4180, UTF-8; with a byte order mark where asked for)";

    private final Programmes programmes;
    private final Calls calls;
    private final CallViews callViews;
    private final CurrentFigures figures;
    private final JsonMapper json;

    OpenDataController(
            Programmes programmes, Calls calls, CallViews callViews, CurrentFigures figures, JsonMapper json) {
        this.programmes = programmes;
        this.calls = calls;
        this.callViews = callViews;
        this.figures = figures;
        this.json = json;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Which files there are, what each column means and how the data may be used",
            description = "In the words of W3C's CSV on the Web.")
    ResponseEntity<Catalogue> catalogue() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(Catalogue.of(OpenTables.ALL));
    }

    @GetMapping("/programmes.csv")
    @PreAuthorize("permitAll()")
    @Operation(summary = "All published programmes" + CSV_SUMMARY)
    void programmesAsCsv(@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        try (Results<Programme> all = programmes.published()) {
            new OpenFile<>(OpenTables.PROGRAMMES, response).csv(all, some -> some, bom);
        }
    }

    @GetMapping("/programmes.json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "All published programmes as JSON, with all that is written of them")
    void programmesAsJson(HttpServletResponse response) throws IOException {
        try (Results<Programme> all = programmes.published()) {
            new OpenFile<>(OpenTables.PROGRAMMES, response)
                    .json(all, some -> some.stream().map(ProgrammeView::of).toList(), json);
        }
    }

    @GetMapping("/calls.csv")
    @PreAuthorize("permitAll()")
    @Operation(summary = "All published calls" + CSV_SUMMARY)
    void callsAsCsv(@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        try (Results<Call> all = calls.published()) {
            new OpenFile<>(OpenTables.CALLS, response).csv(all, callViews::ofEverybody, bom);
        }
    }

    @GetMapping("/calls.json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "All published calls as JSON, with all that is written of them")
    void callsAsJson(HttpServletResponse response) throws IOException {
        try (Results<Call> all = calls.published()) {
            new OpenFile<>(OpenTables.CALLS, response).json(all, callViews::ofEverybody, json);
        }
    }

    @GetMapping("/figures.csv")
    @PreAuthorize("permitAll()")
    @Operation(summary = "How many people of each country applied to each call, were selected and went" + CSV_SUMMARY)
    void figuresAsCsv(@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        List<Group> all = figures.groups();
        new OpenFile<>(OpenTables.FIGURES, response).csv(all.iterator(), some -> some, bom);
    }

    @GetMapping("/figures.json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "How many people of each country applied to each call, were selected and went, as JSON")
    void figuresAsJson(HttpServletResponse response) throws IOException {
        List<Group> all = figures.groups();
        new OpenFile<>(OpenTables.FIGURES, response).json(all.iterator(), some -> some, json);
    }
}
