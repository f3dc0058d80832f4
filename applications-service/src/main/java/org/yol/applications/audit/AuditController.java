package org.yol.applications.audit;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Sorting;

/** The audit trail, for those who check. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
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

    @GetMapping
    @PreAuthorize("hasRole('AUDITOR')")
    @Operation(
            summary = "Who did what to which application, the latest first",
            description = "Each entry has the hash of the one before: `verify audit` of the service checks them all.")
    Page<AuditEntry> list(@Valid @ParameterObject AuditListing listing, PageRequest page) {
        return trail.entries().page(listing.filter(), Sorting.descending("at"), page);
    }
}
