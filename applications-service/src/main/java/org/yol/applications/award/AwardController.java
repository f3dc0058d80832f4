package org.yol.applications.award;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationFacts;
import org.yol.applications.application.Applications;
import org.yol.applications.decision.RowByRow;
import org.yol.applications.decision.RowResult;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Coordinators say who has taken up their place, and who has come to its end. */
@RestController
class AwardController {

    private final Applications applications;
    private final Certificates certificates;
    private final RowByRow rows;
    private final Clock clock;

    AwardController(Applications applications, Certificates certificates, RowByRow rows, Clock clock) {
        this.applications = applications;
        this.certificates = certificates;
        this.rows = rows;
        this.clock = clock;
    }

    record CompletionRequest(@NotNull LocalDate endedOn) {}

    /** What is said of several at once. */
    enum Step {
        @JsonProperty("award")
        AWARD,
        @JsonProperty("completion")
        COMPLETION
    }

    /** @param endedOn for completions */
    record BulkRequest(
            @NotEmpty @Size(max = 200) List<@NotNull String> applications,
            @NotNull Step step,
            LocalDate endedOn) {}

    /** @param results one for each, in the order in which they were asked for */
    record BulkAnswer(List<RowResult> results) {}

    @PostMapping("/api/applications/{id}/award")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Says that an accepted place is taken up; the student gets a certificate",
            description = "If-Match states the version of the application.")
    ResponseEntity<ApplicationFacts> award(
            @PathVariable String id, ExpectedVersion expected, IdempotencyKey key, Caller caller) {
        return answer(changed(id, expected, key.with("award"), caller, awarding()));
    }

    @PostMapping("/api/applications/{id}/completion")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Says that what the place was given for was done to its end; the student gets a certificate",
            description = "If-Match states the version of the application.")
    ResponseEntity<ApplicationFacts> complete(
            @PathVariable String id,
            @RequestBody @Valid CompletionRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        return answer(changed(id, expected, key.with(request), caller, completing(request.endedOn())));
    }

    @PostMapping("/api/awards/bulk")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Says one of both of up to 200 applications at once, and answers for each",
            description = "Each stands for itself: what cannot be done with one keeps no other from it. The same key"
                    + " again does what is left to do, and nothing twice.")
    BulkAnswer bulk(@RequestBody @Valid BulkRequest request, IdempotencyKey key, Caller caller, Locale locale) {
        if (request.step() == Step.COMPLETION && request.endedOn() == null) {
            throw Refused.because(List.of(FieldError.of("/endedOn", "answer.missing")));
        }
        var operation = request.step() == Step.AWARD ? awarding() : completing(request.endedOn());
        RequestIdentity whole = key.with(request);
        return new BulkAnswer(rows.each(
                request.applications(),
                Function.identity(),
                locale,
                id -> {
                    long version =
                            applications.get(id, caller, Role.COORDINATOR).version();
                    return changed(id, new ExpectedVersion(version), whole.part(id), caller, operation)
                            .version();
                },
                id -> applications.find(id).map(Application::version).orElse(null)));
    }

    private Application changed(
            String id,
            ExpectedVersion expected,
            RequestIdentity request,
            Caller caller,
            Function<Application, Change<Application>> operation) {
        Application after = applications.change(id, caller, Role.COORDINATOR, expected, request, operation);
        certificates.issueNow(id);
        return after;
    }

    private Function<Application, Change<Application>> awarding() {
        Instant now = clock.instant();
        return application -> application.award(now);
    }

    private Function<Application, Change<Application>> completing(LocalDate endedOn) {
        Instant now = clock.instant();
        return application -> application.complete(endedOn, now);
    }

    private static ResponseEntity<ApplicationFacts> answer(Application application) {
        return Representation.of(application, ApplicationFacts.of(application));
    }
}
