package org.yol.applications.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Applications.Started;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallLookup;
import org.yol.applications.call.Calls;
import org.yol.applications.dossier.Dossier;
import org.yol.applications.dossier.Dossiers;
import org.yol.applications.filling.FilledIn;
import org.yol.applications.filling.Forms;
import org.yol.applications.submission.ReceiptSigner;
import org.yol.applications.submission.Submission;
import org.yol.applications.submission.Submissions;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.ProblemTexts;
import tools.jackson.databind.JsonNode;

/** What a student does with an application. */
@RestController
@RequestMapping("/api/applications")
class ApplicationController {

    private final Applications applications;
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Forms forms;
    private final StudentAnswers answers;
    private final Referees referees;
    private final ProblemTexts texts;
    private final Calls calls;
    private final FileRelease files;
    private final ReceiptSigner signer;
    private final Clock clock;

    ApplicationController(
            Applications applications,
            Submissions submissions,
            Dossiers dossiers,
            Forms forms,
            StudentAnswers answers,
            Referees referees,
            ProblemTexts texts,
            Calls calls,
            FileRelease files,
            ReceiptSigner signer,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.forms = forms;
        this.files = files;
        this.signer = signer;
        this.answers = answers;
        this.referees = referees;
        this.texts = texts;
        this.calls = calls;
        this.clock = clock;
    }

    record StartRequest(@NotBlank @Size(max = 100) String callId) {}

    /** @param dossierVersion of the dossier that the student has seen and means to hand in */
    record SubmitRequest(@NotNull Long dossierVersion) {}

    record RestartRequest() {}

    record CorrectionStart() {}

    record WithdrawRequest(@Size(max = 1_000) String reason) {}

    @PostMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Starts an application to an open call, or finds the one there is")
    ResponseEntity<StudentApplication> start(
            @RequestBody @Valid StartRequest request, IdempotencyKey key, Caller caller) {
        CallLookup lookup = calls.lookup();
        Call call = lookup.find(request.callId())
                .orElseThrow(() -> Refused.because(List.of(FieldError.of("/callId", "call.unknown"))));
        Student student = new Student(caller.id(), caller.name(), caller.country());
        String id = applications.idFor(call.id(), student);
        Started started = applications.start(
                id,
                call.id(),
                caller,
                () -> Application.start(id, call, student, citizenships(caller), clock.instant()),
                key.with(request));
        return started.created()
                ? answers.created(URI.create("/api/applications/" + id), started.application(), lookup)
                : answers.of(started.application(), lookup);
    }

    @PostMapping("/{id}/restart")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Makes a draft again of a withdrawn application, with the old answers, while the call is open")
    ResponseEntity<StudentApplication> startAgain(
            @PathVariable String id,
            @RequestBody(required = false) RestartRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        return answers.to(lookup -> applications.change(
                id,
                caller,
                expected,
                key.with(new RestartRequest()),
                application ->
                        application.startAgain(callOf(application, lookup), citizenships(caller), clock.instant())));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Saves the draft, or the correction that is begun; anything may still be missing",
            description = "What cannot be taken is named in `refused` and stays as it was; all else is saved.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = DraftForm.class))))
    ResponseEntity<StudentApplication> save(
            @PathVariable String id, @RequestBody JsonNode sent, ExpectedVersion expected, Caller caller) {
        List<FieldError> refused = new ArrayList<>();
        return answers.to(
                lookup -> applications.change(id, caller, expected, application -> {
                    Call call = callOf(application, lookup);
                    FilledIn<DraftForm> filledIn = forms.read(
                            sent, DraftForm.of(application.written()), DraftForm.class, draft -> draft.errors(call));
                    refused.clear();
                    refused.addAll(filledIn.refused());
                    return application.edit(form -> filledIn.taken().in(form, call), clock.instant());
                }),
                refused);
    }

    @GetMapping("/{id}/check")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "What would become of the draft if it were submitted now",
            description = "With the dossier as it is: all that is missing or wrong, and the call's rules one by one.")
    SubmissionCheck check(@PathVariable String id, Caller caller, Locale locale) {
        Application draft = applications.get(id, caller, Role.STUDENT);
        Dossier dossier = dossiers.of(caller);
        Call call = callOf(draft, calls.lookup());
        Application stating = draft.stating(dossier.particulars(), call);
        Instant now = clock.instant();
        return SubmissionCheck.of(
                dossier.version(),
                texts.errors(stating.faults(asked(draft, call), call, now), locale),
                stating.evaluation(call, now),
                call,
                locale);
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary =
                    "Submits the application, or its correction; the answer holds the receipt and means it is durable")
    ResponseEntity<StudentApplication> submit(
            @PathVariable String id,
            @RequestBody @Valid SubmitRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        return answers.to(lookup -> applications.change(id, caller, expected, key.with(request), application -> {
            Dossier dossier = dossiers.of(caller);
            if (dossier.version() != request.dossierVersion()) {
                throw new Refused(ApplicationProblem.DOSSIER_CHANGED);
            }
            Call call = callOf(application, lookup);
            return submit(application.stating(dossier.particulars(), call), call);
        }));
    }

    /** Looked for only where the call asks for some. */
    private List<AskedReferee> asked(Application application, Call call) {
        return call.references() == 0 ? List.of() : referees.asked(application.id());
    }

    private Change<Application> submit(Application application, Call call) {
        List<AskedReferee> asked = asked(application, call);
        Submission submission = application.submission(asked);
        Change<Application> change = application.submit(
                submission,
                asked,
                receipt -> signer.signed(receipt, call.id(), application.call().title()),
                call,
                clock.instant());
        submissions.keep(submission);
        return change;
    }

    @PostMapping("/{id}/correction")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Begins a correction of what is submitted, which stands until the correction is submitted itself",
            description =
                    "Until the deadline, or until the instant of a coordinator who has asked for it. Once reviewing"
                            + " has begun, only who is asked may begin one.")
    ResponseEntity<StudentApplication> beginCorrection(
            @PathVariable String id,
            @RequestBody(required = false) CorrectionStart request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        return answers.to(lookup -> applications.change(
                id,
                caller,
                expected,
                key.with(new CorrectionStart()),
                application -> application.beginCorrection(callOf(application, lookup), clock.instant())));
    }

    @DeleteMapping("/{id}/correction")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Throws the correction away; what is submitted stands")
    ResponseEntity<StudentApplication> discardCorrection(
            @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return answers.to(_ -> applications.change(id, caller, expected, application -> {
            Change<Application> discarded = application.discardCorrection(clock.instant());
            application
                    .correction()
                    .documents()
                    .forEach(document -> files.release(application.student(), document.sha256()));
            return discarded;
        }));
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the application back, which is possible until an offer is answered")
    ResponseEntity<StudentApplication> withdraw(
            @PathVariable String id,
            @RequestBody @Valid WithdrawRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        return answers.to(_ -> applications.change(
                id,
                caller,
                expected,
                key.with(request),
                application -> application.withdraw(request.reason(), clock.instant())));
    }

    private List<String> citizenships(Caller caller) {
        return dossiers.find(caller)
                .map(dossier -> dossier.particulars().citizenships())
                .orElse(List.of());
    }

    private static Call callOf(Application application, CallLookup lookup) {
        return lookup.get(application.call().id());
    }
}
