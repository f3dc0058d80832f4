package org.yol.applications.application;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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

    private final Applications applications;
    private final ApplicationViews views;

    ApplicationExport(Applications applications, ApplicationViews views) {
        this.applications = applications;
        this.views = views;
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
        CSVPrinter rows = new CSVPrinter(writer, FORMAT);
        String after = null;
        do {
            Page<Application> page = applications.page(
                    listing, caller, ApplicationListing.ALL_KNOWING, new PageRequest(PageRequest.MOST, after));
            for (ApplicationView application : views.page(page, caller).items()) {
                print(rows, application);
            }
            after = page.next();
        } while (after != null);
        rows.flush();
    }

    private static void print(CSVPrinter rows, ApplicationView application) throws IOException {
        rows.printRecord(
                application.id(),
                harmless(application.student().name()),
                application.student().country(),
                application.state(),
                harmless(application.programmeTitle().get("en")),
                String.join(" ", application.choices()),
                application.scores().isEmpty() ? "" : application.scores(),
                application.decision() == null ? "" : application.decision().outcome(),
                application.receipt() == null ? "" : application.receipt().at(),
                application.receipt() == null ? "" : application.receipt().id());
    }

    /** A cell that begins like a formula must not run as one (OWASP, CSV injection). */
    private static String harmless(String text) {
        return text != null && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
