package org.yol.applications.reading;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.pace.Pace;
import org.yol.applications.table.CsvTable;
import org.yol.applications.table.Table;
import org.yol.applications.table.WorkbookTable;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.web.SpreadsheetFile;

/**
 * The list of applications as a file for a spreadsheet, from one cursor of the store, so that its length does not
 * matter.
 */
@RestController
class ApplicationExport {

    private static final String TOTAL = "X-Total-Count";

    /** So many rows show at once that it has begun. */
    private static final int FIRST = 50;

    /** As many as the store hands out at a time. */
    private static final int MORE = 200;

    /** More than any call lets anybody rank. */
    private static final int RANKED_AT_MOST = 20;

    private final Calls calls;
    private final ApplicationLists lists;
    private final ApplicationRows rows;
    private final Pace pace;
    private final AuditTrail trail;

    ApplicationExport(Calls calls, ApplicationLists lists, ApplicationRows rows, Pace pace, AuditTrail trail) {
        this.calls = calls;
        this.lists = lists;
        this.rows = rows;
        this.pace = pace;
        this.trail = trail;
    }

    @GetMapping(path = "/api/applications", produces = SpreadsheetFile.TYPE)
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR', 'AUTHORITY')")
    @Operation(
            summary = "The applications the caller may see, as a spreadsheet (RFC 4180)",
            description = "Begins to flow at once. X-Total-Count says how many rows will come, where that is known."
                    + " Excel splits at the separator of the region it is set to.")
    void csv(
            @Valid @ParameterObject ApplicationListing listing,
            @RequestParam(defaultValue = "comma") CsvTable.Separator separator,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        export(
                listing,
                caller,
                response,
                "csv",
                columns -> new CsvTable(SpreadsheetFile.begin(response, "applications.csv"), separator, columns));
    }

    @GetMapping(path = "/api/applications", produces = SpreadsheetFile.WORKBOOK)
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR', 'AUTHORITY')")
    @Operation(
            summary = "The same as a workbook of Excel",
            description = "Dates are dates; instants are in UTC. Begins to flow at once, with X-Total-Count likewise.")
    void workbook(@Valid @ParameterObject ApplicationListing listing, Caller caller, HttpServletResponse response)
            throws IOException {
        export(
                listing,
                caller,
                response,
                "xlsx",
                columns -> new WorkbookTable(
                        SpreadsheetFile.beginWorkbook(response, "applications.xlsx"), "applications", columns));
    }

    /** Makes a file once it is known what stands in it. */
    private interface Begun {

        Table of(List<String> columns) throws IOException;
    }

    private void export(
            ApplicationListing listing, Caller caller, HttpServletResponse response, String format, Begun begun)
            throws IOException {
        // Written down before anything is told.
        trail.enter(caller.act(
                "exported",
                role(caller),
                listing.callId() == null ? "all" : listing.callId(),
                Map.of("format", format)));
        try (ApplicationSource source = lists.all(listing, ApplicationListing.EXPORTING, caller)) {
            // What fails before anything has been said is answered like any other request.
            List<ApplicationSummary> some = source.next(FIRST);
            List<ListedApplication> listed = rows.of(some, caller);
            OptionalLong total = some.isEmpty() ? OptionalLong.of(0) : lists.count(listing, caller);
            ExportedColumns columns = new ExportedColumns(ranked(listing));
            total.ifPresent(number -> response.setHeader(TOTAL, Long.toString(number)));
            Table table = begun.of(columns.names());
            table.flush();
            while (!some.isEmpty()) {
                for (int row = 0; row < some.size(); row++) {
                    table.row(columns.cells(some.get(row), listed.get(row)));
                }
                table.flush();
                pace.rows(some.size());
                some = source.next(MORE);
                listed = rows.of(some, caller);
            }
            // Not in the end of a try: what breaks off must not look whole.
            table.end();
        }
    }

    private int ranked(ApplicationListing listing) {
        return listing.isOfOneCall()
                ? calls.recent(listing.callId()).map(Call::rankAtMost).orElse(RANKED_AT_MOST)
                : RANKED_AT_MOST;
    }

    private static Role role(Caller caller) {
        return ApplicationListing.EXPORTING.stream()
                .filter(caller::is)
                .findFirst()
                .orElseThrow();
    }
}
