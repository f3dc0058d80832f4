package org.yol.applications.reading;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Outcome;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;

/** The list of applications as a file for a spreadsheet, page by page, so that its length does not matter. */
@RestController
class ApplicationExport {

    static final String CSV = "text/csv";

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

    ApplicationExport(ApplicationLists lists, ApplicationRows rows) {
        this.lists = lists;
        this.rows = rows;
    }

    @GetMapping(path = "/api/applications", produces = CSV)
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "The applications the caller may see, as a spreadsheet (RFC 4180)")
    void export(@ParameterObject ApplicationListing listing, Caller caller, HttpServletResponse response)
            throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("applications.csv")
                        .build()
                        .toString());
        PrintWriter writer = response.getWriter();
        // Spreadsheets take UTF-8 for what it is only with a byte order mark.
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        String after = null;
        do {
            Page<Application> page = lists.page(
                    listing, ApplicationListing.ALL_KNOWING, caller, new PageRequest(PageRequest.MOST, after));
            for (ListedApplication application : rows.of(page, caller).items()) {
                print(printer, application);
            }
            after = page.next();
        } while (after != null);
        printer.flush();
    }

    private static void print(CSVPrinter printer, ListedApplication application) throws IOException {
        printer.printRecord(
                application.id(),
                harmless(application.student().name()),
                application.student().country(),
                application.state(),
                harmless(application.programmeTitle().get("en")),
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

    /** A cell that begins like a formula must not run as one (OWASP, CSV injection). */
    private static String harmless(String text) {
        return text != null && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
