package org.yol.applications.file;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.applications.application.StudentAnswers;
import org.yol.applications.application.StudentApplication;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallLookup;
import org.yol.platform.access.Caller;
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
    private final Files files;
    private final StudentAnswers answers;
    private final Clock clock;

    DocumentController(Applications applications, Files files, StudentAnswers answers, Clock clock) {
        this.applications = applications;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Uploads the file of a kind: PDF, JPEG or PNG, 10 MB at most")
    ResponseEntity<StudentApplication> upload(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestPart MultipartFile file,
            ExpectedVersion expected,
            Caller caller) {
        AttachedDocument announced = new AttachedDocument(kind, "", name(file), "", file.getSize(), clock.instant());
        return answers.to(lookup -> {
            // What would be refused anyway is not kept first.
            Application current =
                    applications.rehearse(id, caller, expected, application -> attach(application, announced, lookup));
            StoredFile stored = keep(current.student(), file);
            AttachedDocument document = new AttachedDocument(
                    kind, stored.sha256(), announced.name(), stored.type(), announced.size(), announced.at());
            return applications.change(id, caller, expected, application -> attach(application, document, lookup));
        });
    }

    private StoredFile keep(Student owner, MultipartFile file) {
        try (InputStream bytes = file.getInputStream()) {
            return files.keep(owner, bytes, file.getSize());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Change<Application> attach(Application application, AttachedDocument document, CallLookup lookup) {
        Call call = lookup.get(application.call().id());
        return application.edit(form -> form.with(document, call), document.at());
    }

    @DeleteMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the file of a kind out of a draft")
    ResponseEntity<StudentApplication> remove(
            @PathVariable String id, @PathVariable String kind, ExpectedVersion expected, Caller caller) {
        return answers.to(_ -> applications.change(
                id, caller, expected, application -> application.edit(form -> form.without(kind), clock.instant())));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The file of a kind")
    ResponseEntity<Resource> download(@PathVariable String id, @PathVariable String kind, Caller caller) {
        Application application = applications.get(id, caller);
        AttachedDocument document = application.form().document(kind).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        StoredFile file =
                files.find(application.student(), document.sha256()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
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
                .body(new InputStreamResource(() -> files.open(file)));
    }

    private static String name(MultipartFile file) {
        String name = StringUtils.getFilename(
                StringUtils.cleanPath(java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "")));
        String printable = name == null ? "" : name.replaceAll("\\p{Cntrl}", "").strip();
        return printable.isEmpty() ? "document" : printable.substring(Math.max(0, printable.length() - LONGEST_NAME));
    }
}
