package org.yol.applications.reading;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Outcome;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.pace.Pace;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.web.SpreadsheetFile;
import org.yol.platform.web.SpreadsheetText;

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

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "student",
                    "country",
                    "state",
                    "programme",
                    "choices",
                    "scores",
                    "decision",
                    "submitted",
                    "receipt")
            .get();

    private final ApplicationLists lists;
    private final ApplicationRows rows;
    private final Pace pace;
    private final AuditTrail trail;

    ApplicationExport(ApplicationLists lists, ApplicationRows rows, Pace pace, AuditTrail trail) {
        this.lists = lists;
        this.rows = rows;
        this.pace = pace;
        this.trail = trail;
    }

    @GetMapping(path = "/api/applications", produces = SpreadsheetFile.TYPE)
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "The applications the caller may see, as a spreadsheet (RFC 4180)",
            description = "Begins to flow at once. X-Total-Count says how many rows will come, where that is known.")
    void export(@Valid @ParameterObject ApplicationListing listing, Caller caller, HttpServletResponse response)
            throws IOException {
        // Written down before anything is told.
        trail.enter(caller.act(
                "exported",
                caller.is(Role.COORDINATOR) ? Role.COORDINATOR : Role.AUDITOR,
                listing.callId() == null ? "all" : listing.callId(),
                Map.of("format", "csv")));
        try (ApplicationSource source = lists.all(listing, caller)) {
            // What fails before anything has been said is answered like any other request.
            List<ListedApplication> some = rows.of(source.next(FIRST), caller);
            OptionalLong total = some.isEmpty() ? OptionalLong.of(0) : lists.count(listing, caller);
            total.ifPresent(number -> response.setHeader(TOTAL, Long.toString(number)));
            CSVPrinter printer = new CSVPrinter(SpreadsheetFile.begin(response, "applications.csv"), FORMAT);
            printer.flush();
            for (; !some.isEmpty(); some = rows.of(source.next(MORE), caller)) {
                for (ListedApplication application : some) {
                    print(printer, application);
                }
                printer.flush();
                pace.rows(some.size());
            }
        }
    }

    private static void print(CSVPrinter printer, ListedApplication application) throws IOException {
        printer.printRecord(
                application.id(),
                SpreadsheetText.harmless(application.student().name()),
                application.student().country(),
                application.state(),
                SpreadsheetText.harmless(application.programmeTitle().get("en")),
                String.join(" ", application.choices()),
                application.scores().isEmpty() ? "" : application.scores(),
                application.decision() == null || application.decision().outcome() == null
                        ? ""
                        : word(application.decision().outcome()),
                application.submittedAt(),
                application.receiptId());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
