package org.yol.applications.application;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Applications.Started;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** What a student does with an application, and what everybody may read of it. */
@RestController
@RequestMapping("/api/applications")
class ApplicationController {

    private final Applications applications;
    private final ApplicationViews views;
    private final Calls calls;
    private final Clock clock;

    ApplicationController(Applications applications, ApplicationViews views, Calls calls, Clock clock) {
        this.applications = applications;
        this.views = views;
        this.calls = calls;
        this.clock = clock;
    }

    record StartRequest(@NotBlank @Size(max = 100) String callId) {}

    record SaveRequest(
            @NotNull @Valid Answers answers,
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> choices) {}

    record SubmitRequest() {}

    record WithdrawRequest(@Size(max = 1_000) String reason) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The applications the caller may see")
    Page<ApplicationView> list(@ParameterObject ApplicationListing listing, PageRequest page, Caller caller) {
        return views.page(applications.page(listing, caller, listing.roles(), page), caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "One application, as the caller may see it")
    ResponseEntity<Object> get(@PathVariable String id, Caller caller) {
        return views.answer(applications.get(id, caller), caller);
    }

    @PostMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Starts an application to an open call, or finds the one there is")
    ResponseEntity<Object> start(@RequestBody @Valid StartRequest request, IdempotencyKey key, Caller caller) {
        Call call = calls.find(request.callId())
                .orElseThrow(() -> Refused.because(List.of(FieldError.of("/callId", "call.unknown"))));
        String id = Applications.id(call.id(), caller.id());
        Started started = applications.start(
                id,
                () -> Application.start(
                        id, call, new Student(caller.id(), caller.name(), caller.country()), clock.instant()),
                key.with(request));
        return started.created()
                ? Representation.created(
                        URI.create("/api/applications/" + id),
                        started.application(),
                        views.view(started.application(), caller))
                : views.answer(started.application(), caller);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Saves the draft; anything may still be missing")
    ResponseEntity<Object> save(
            @PathVariable String id, @RequestBody @Valid SaveRequest request, ExpectedVersion expected, Caller caller) {
        Application saved = applications.change(
                id,
                caller,
                Role.STUDENT,
                expected,
                application -> application.save(
                        request.answers(), request.choices(), calls.get(application.callId()), clock.instant()));
        return views.answer(saved, caller);
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Submits the application; the answer holds the receipt and means it is durable")
    ResponseEntity<Object> submit(
            @PathVariable String id,
            @RequestBody(required = false) SubmitRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application submitted = applications.change(
                id,
                caller,
                Role.STUDENT,
                expected,
                key.with(new SubmitRequest()),
                application -> application.submit(calls.get(application.callId()), clock.instant()));
        return views.answer(submitted, caller);
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the application back, which is possible until an offer is answered")
    ResponseEntity<Object> withdraw(
            @PathVariable String id,
            @RequestBody @Valid WithdrawRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application withdrawn = applications.change(
                id,
                caller,
                Role.STUDENT,
                expected,
                key.with(request),
                application -> application.withdraw(request.reason(), clock.instant()));
        return views.answer(withdrawn, caller);
    }
}
