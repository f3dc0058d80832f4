package org.yol.applications.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Form;
import org.yol.applications.application.Student;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/** What the virus scanner says of the files of an application, for those who are about to open one. */
@RestController
@RequestMapping("/api/applications/{id}/documents")
class ScanController {

    private final Applications applications;
    private final Files files;

    ScanController(Applications applications, Files files) {
        this.applications = applications;
        this.files = files;
    }

    /** What is known of a file. */
    enum Scan {
        @JsonProperty("clean")
        CLEAN,
        /** Yet, or where there is no scanner. */
        @JsonProperty("not-scanned")
        NOT_SCANNED,
        @JsonProperty("infected")
        INFECTED;

        static Scan of(StoredFile file) {
            if (file.virus() != null) {
                return INFECTED;
            }
            return file.scanned() == null ? NOT_SCANNED : CLEAN;
        }
    }

    /** @param sha256 of the file that is meant: another may be there by now */
    record ScannedDocument(String kind, String sha256, Scan scan) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "Whether the files of an application were scanned for viruses",
            description =
                    "With `correction=true` those of the correction its student is writing, to nobody else. What is"
                            + " gone is left out.")
    List<ScannedDocument> scans(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean correction, Caller caller) {
        Application application =
                correction ? applications.get(id, caller, Role.STUDENT) : applications.get(id, caller);
        Form form = correction ? application.written() : application.form();
        return form.documents().stream()
                .flatMap(document -> scanned(application.student(), document).stream())
                .toList();
    }

    private Optional<ScannedDocument> scanned(Student owner, AttachedDocument document) {
        return files.find(owner, document.sha256())
                .map(file -> new ScannedDocument(document.kind(), document.sha256(), Scan.of(file)));
    }
}
