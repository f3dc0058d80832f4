package org.yol.applications.audit;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.pace.Pace;
import org.yol.applications.table.CsvTable;
import org.yol.applications.table.Table;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.web.SpreadsheetFile;

/** The audit trail, for those who check. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditController {

    /** As many rows as are sent at a time. */
    private static final int FLUSHED = 200;

    private static final List<String> COLUMNS =
            List.of("number", "at", "by", "role", "act", "subject", "facts", "previous", "hash");

    private final AuditTrail trail;
    private final Pace pace;

    AuditController(AuditTrail trail, Pace pace) {
        this.trail = trail;
        this.pace = pace;
    }

    /**
     * Which entries are asked for.
     *
     * @param subject id of an application or a call
     * @param by account of whoever did it
     * @param kind what was done
     */
    record AuditListing(
            @Size(max = 200) String subject,
            @Size(max = 200) String by,
            @Size(max = 50) String kind) {

        Bson filter() {
            List<Bson> asked = new ArrayList<>();
            ask(asked, "subject", subject);
            ask(asked, "by", by);
            ask(asked, "kind", kind);
            return asked.isEmpty() ? Filters.empty() : Filters.and(asked);
        }

        private static void ask(List<Bson> asked, String field, String value) {
            if (Objects.requireNonNullElse(value, "").isBlank()) {
                return;
            }
            asked.add(Filters.eq(field, value.strip()));
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('AUDITOR')")
    @Operation(
            summary = "Who did what to which application, the latest first",
            description = "Each entry has the hash of the one before: `verify audit` of the service checks them all.")
    Page<AuditEntry> list(@Valid @ParameterObject AuditListing listing, PageRequest page) {
        return trail.entries().page(listing.filter(), Sorting.descending("at"), page);
    }

    @GetMapping(produces = SpreadsheetFile.TYPE)
    @PreAuthorize("hasRole('AUDITOR')")
    @Operation(
            summary = "The same as a spreadsheet (RFC 4180), the latest first",
            description = "Excel splits at the separator of the region it is set to.")
    void export(
            @Valid @ParameterObject AuditListing listing,
            @RequestParam(defaultValue = "comma") CsvTable.Separator separator,
            HttpServletResponse response)
            throws IOException {
        try (Results<AuditEntry> entries = trail.entries().all(listing.filter(), Sorting.descending("at"), null)) {
            Table table = new CsvTable(SpreadsheetFile.begin(response, "audit.csv"), separator, COLUMNS);
            table.flush();
            int rows = 0;
            while (entries.hasNext()) {
                table.row(cells(entries.next()));
                if (++rows % FLUSHED == 0) {
                    table.flush();
                    pace.rows(FLUSHED);
                }
            }
            table.end();
        }
    }

    private static List<?> cells(AuditEntry entry) {
        return Arrays.asList(
                entry.number(),
                entry.at(),
                entry.by(),
                entry.role(),
                entry.kind(),
                entry.subject(),
                entry.facts().isEmpty() ? null : entry.facts().toString(),
                entry.previous(),
                entry.hash());
    }
}
