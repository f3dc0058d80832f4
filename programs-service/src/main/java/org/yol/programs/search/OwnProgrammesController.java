package org.yol.programs.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.PageRequest;
import org.yol.platform.web.SpreadsheetFile;
import org.yol.platform.web.SpreadsheetText;
import org.yol.programs.call.Phase;
import org.yol.programs.counts.Counts;
import org.yol.programs.programme.PublicationStatus;
import org.yol.programs.search.OwnProgramme.OwnCall;
import org.yol.programs.search.OwnProgrammes.Wanted;

/** The table of the own programmes and their calls, on a page or in a spreadsheet. */
@RestController
@RequestMapping("/api/programs/own")
@Tag(name = "Programmes")
class OwnProgrammesController {

    /** A programme that goes on for decades is not to fill the table: its own page has all of its calls. */
    private static final int CALLS_AT_MOST = 20;

    /** So many whole listings of a spreadsheet are in memory at once. */
    private static final int AT_ONCE = 100;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "programme",
                    "title",
                    "kind",
                    "call",
                    "state",
                    "opens",
                    "closes",
                    "zone",
                    "started",
                    "submitted",
                    "archived")
            .get();

    private final OwnProgrammes programmes;

    OwnProgrammesController(OwnProgrammes programmes) {
        this.programmes = programmes;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary =
                    "The programmes that the caller writes, drafts included, each with what a table says of its calls",
            description = "Of many calls the first twenty, those one can still do something about before the others.")
    OwnPage list(
            @Parameter(description = "Words in any language") @RequestParam(required = false) @Size(max = 200)
                    String text,
            @Parameter(description = "Of the calls that are wanted") @RequestParam(required = false) Phase state,
            @Parameter(description = "Those that were put away, and only them") @RequestParam(defaultValue = "false")
                    boolean archived,
            @RequestParam(defaultValue = "closes") OwnOrder.Column sort,
            @RequestParam(defaultValue = "ascending") OwnOrder.Direction order,
            PageRequest page,
            Caller caller) {
        OwnPage found = programmes.page(new Wanted(text, state, archived), sort, order, caller, page);
        return new OwnPage(
                found.items().stream()
                        .map(programme -> programme.withCalls(CALLS_AT_MOST))
                        .toList(),
                found.next(),
                found.total());
    }

    @GetMapping(produces = SpreadsheetFile.TYPE)
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "The same as a spreadsheet (RFC 4180, UTF-8 with a byte order mark), a row for each call")
    void export(
            @RequestParam(required = false) @Size(max = 200) String text,
            @RequestParam(required = false) Phase state,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "closes") OwnOrder.Column sort,
            @RequestParam(defaultValue = "ascending") OwnOrder.Direction order,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Wanted wanted = new Wanted(text, state, archived);
        // What fails before anything has been said is answered like any other request.
        List<String> ids = programmes.all(wanted, sort, order, caller);
        List<OwnProgramme> some = programmes.rows(next(ids, 0), wanted, caller);
        CSVPrinter printer = new CSVPrinter(SpreadsheetFile.begin(response, "programmes.csv"), FORMAT);
        for (int from = AT_ONCE; ; from += AT_ONCE) {
            for (OwnProgramme programme : some) {
                print(printer, programme);
            }
            printer.flush();
            if (from >= ids.size()) {
                return;
            }
            some = programmes.rows(next(ids, from), wanted, caller);
        }
    }

    private static List<String> next(List<String> ids, int from) {
        return ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
    }

    private static void print(CSVPrinter printer, OwnProgramme programme) throws IOException {
        if (programme.calls().isEmpty()) {
            printer.printRecord(
                    programme.id(),
                    title(programme.title()),
                    programme.kind(),
                    null,
                    programme.status() == PublicationStatus.DRAFT ? Phase.DRAFT : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    programme.archived());
        }
        for (OwnCall call : programme.calls()) {
            Counts counts = call.counts() == null ? Counts.NONE : call.counts();
            printer.printRecord(
                    programme.id(),
                    title(programme.title()),
                    programme.kind(),
                    call.id(),
                    call.phase(),
                    call.opens(),
                    call.closes(),
                    call.zone(),
                    counts.started(),
                    counts.submitted(),
                    call.archived() == null ? programme.archived() : call.archived());
        }
    }

    private static String title(Map<String, String> titles) {
        return SpreadsheetText.harmless(Listing.title(titles));
    }
}
