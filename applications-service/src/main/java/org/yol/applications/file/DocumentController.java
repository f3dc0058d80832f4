package org.yol.applications.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Form;
import org.yol.applications.application.StudentAnswers;
import org.yol.applications.application.StudentApplication;
import org.yol.applications.application.Visibility;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallLookup;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.trail.Act;

/** The files of an application. Who may see the application may read them, and nobody else. */
@RestController
@RequestMapping("/api/applications/{id}/documents/{kind}")
class DocumentController {

    private final Applications applications;
    private final Files files;
    private final Arrivals arrivals;
    private final FormUploads uploads;
    private final Downloads downloads;
    private final StudentAnswers answers;
    private final Clock clock;
    private final AuditTrail trail;

    DocumentController(
            Applications applications,
            Files files,
            Arrivals arrivals,
            FormUploads uploads,
            Downloads downloads,
            StudentAnswers answers,
            Clock clock,
            AuditTrail trail) {
        this.applications = applications;
        this.files = files;
        this.arrivals = arrivals;
        this.uploads = uploads;
        this.downloads = downloads;
        this.answers = answers;
        this.clock = clock;
        this.trail = trail;
    }

    /** The form as it is sent. */
    record UploadForm(
            @Schema(type = "string", format = "binary") byte[] file) {}

    /** Whatever can be refused without the bytes is refused before they are read. */
    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Uploads the file of a kind: PDF, JPEG or PNG, 10 MB at most",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    ResponseEntity<StudentApplication> upload(
            @PathVariable String id,
            @PathVariable String kind,
            @Parameter(hidden = true) HttpServletRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Instant begun = clock.instant();
        return answers.to(lookup -> {
            AttachedDocument announced = new AttachedDocument(kind, "", "", "", 0, begun);
            Application current =
                    applications.rehearse(id, caller, expected, application -> attach(application, announced, lookup));
            AttachedDocument document = uploads.take(kind, current.student(), caller.id(), request);
            releaseReplaced(current, document);
            return applications.change(
                    id,
                    caller,
                    expected,
                    application -> attach(application, document, lookup)
                            .recording(act("document-attached", caller, id, document)));
        });
    }

    /**
     * What is attached.
     *
     * @param sha256 of a file of the student that came in parts and is whole
     * @param name as the student calls it
     * @param parts the digest it came under, where that is another
     */
    record AttachRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotBlank @Size(max = 500) String name,
            @Pattern(regexp = "[0-9a-f]{64}") String parts) {}

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Attaches a file that came in parts to its kind of document")
    ResponseEntity<StudentApplication> attach(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestBody @Valid AttachRequest request,
            ExpectedVersion expected,
            Caller caller) {
        return answers.to(lookup -> {
            Application current = applications.get(id, caller, Role.STUDENT);
            // Said before it is named, so that it is not cleared away in between.
            files.release(current.student(), request.sha256());
            StoredFile file =
                    files.find(current.student(), request.sha256()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
            AttachedDocument document = uploads.attached(kind, FileName.of(request.name()), file);
            releaseReplaced(current, document);
            Application changed = applications.change(
                    id,
                    caller,
                    expected,
                    application -> attach(application, document, lookup)
                            .recording(act("document-attached", caller, id, document)));
            arrivals.forget(current.student(), request.parts() == null ? request.sha256() : request.parts());
            return changed;
        });
    }

    private static Act act(String word, Caller caller, String id, AttachedDocument document) {
        return caller.act(word, Role.STUDENT, id, facts(document));
    }

    private static Map<String, String> facts(AttachedDocument document) {
        return Map.of("kind", document.kind(), "sha256", document.sha256());
    }

    private void releaseReplaced(Application current, AttachedDocument document) {
        current.written()
                .document(document.kind())
                .filter(replaced -> !replaced.sha256().equals(document.sha256()))
                .ifPresent(replaced -> files.release(current.student(), replaced.sha256()));
    }

    /** @throws Refused as the edit does */
    static Change<Application> attach(Application application, AttachedDocument document, CallLookup lookup) {
        Call call = lookup.get(application.call().id());
        return application.edit(form -> form.with(document, call), document.at());
    }

    @DeleteMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the file of a kind out of a draft")
    ResponseEntity<StudentApplication> remove(
            @PathVariable String id, @PathVariable String kind, ExpectedVersion expected, Caller caller) {
        return answers.to(_ -> applications.change(id, caller, expected, application -> {
            Change<Application> removal = application.edit(form -> form.without(kind), clock.instant());
            Optional<AttachedDocument> removed = application.written().document(kind);
            removed.ifPresent(document -> files.release(application.student(), document.sha256()));
            return removed.map(document -> removal.recording(act("document-removed", caller, id, document)))
                    .orElse(removal);
        }));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The file of a kind",
            description = "With `correction=true` that of the correction its student is writing, to nobody else.")
    ResponseEntity<Resource> download(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean correction,
            @Parameter(hidden = true) HttpServletRequest request,
            Caller caller) {
        Application application =
                correction ? applications.get(id, caller, Role.STUDENT) : applications.get(id, caller);
        Form form = correction ? application.written() : application.form();
        AttachedDocument document = form.document(kind).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        files.find(application.student(), document.sha256()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        if (!application.student().id().equals(caller.id())) {
            trail.enter(caller.act(
                    "document-read", Visibility.role(caller, application), application.id(), facts(document)));
        }
        return downloads.answer(application.student(), document, request);
    }
}
