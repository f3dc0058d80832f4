package org.yol.applications.document;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationViews;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.call.Calls;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The files of an application. Who may see the application may read them, and nobody else. */
@RestController
@RequestMapping("/api/applications/{id}/documents/{kind}")
class DocumentController {

    private static final int LONGEST_NAME = 200;

    private final Applications applications;
    private final ApplicationViews views;
    private final Contents contents;
    private final Transfers transfers;
    private final Calls calls;
    private final Clock clock;

    DocumentController(
            Applications applications,
            ApplicationViews views,
            Contents contents,
            Transfers transfers,
            Calls calls,
            Clock clock) {
        this.applications = applications;
        this.views = views;
        this.contents = contents;
        this.transfers = transfers;
        this.calls = calls;
        this.clock = clock;
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Uploads the file of a kind: PDF, JPEG or PNG, 10 MB at most")
    ResponseEntity<Object> upload(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestPart MultipartFile file,
            ExpectedVersion expected,
            Caller caller) {
        AttachedDocument announced = new AttachedDocument(kind, "", name(file), "", file.getSize(), clock.instant());
        // What would be refused anyway is not kept first.
        applications.rehearse(id, caller, Role.STUDENT, expected, application -> attach(application, announced));
        AttachedDocument document = transfers.inTurn(() -> {
            Content content = contents.keep(file.getBytes());
            return new AttachedDocument(
                    kind, content.id(), announced.name(), content.type(), announced.size(), announced.at());
        });
        Application changed =
                applications.change(id, caller, Role.STUDENT, expected, application -> attach(application, document));
        return views.answer(changed, caller);
    }

    private Change<Application> attach(Application application, AttachedDocument document) {
        return application.attach(document, calls.get(application.callId()));
    }

    @DeleteMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the file of a kind out of a draft")
    ResponseEntity<Object> remove(
            @PathVariable String id, @PathVariable String kind, ExpectedVersion expected, Caller caller) {
        Application changed = applications.change(
                id, caller, Role.STUDENT, expected, application -> application.detach(kind, clock.instant()));
        return views.answer(changed, caller);
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The file of a kind")
    ResponseEntity<byte[]> download(@PathVariable String id, @PathVariable String kind, Caller caller) {
        AttachedDocument document = applications.get(id, caller).documents().stream()
                .filter(attached -> attached.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        Content content = transfers
                .inTurn(() -> contents.find(document.sha256()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // What somebody uploaded must never run as a page of ours.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + document.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(content.bytes().getData());
    }

    private static String name(MultipartFile file) {
        String name = StringUtils.getFilename(
                StringUtils.cleanPath(java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "")));
        String printable = name == null ? "" : name.replaceAll("\\p{Cntrl}", "").strip();
        return printable.isEmpty() ? "document" : printable.substring(Math.max(0, printable.length() - LONGEST_NAME));
    }
}
