package org.yol.applications.application;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** What coordinators ask students to correct. */
@RestController
@RequestMapping("/api/applications/{id}/return")
class ReturnController {

    private final Applications applications;
    private final Clock clock;

    ReturnController(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    record ReturnRequest(
            @NotBlank @Size(max = 2_000) String reason,
            @NotNull Instant until) {}

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Returns a submitted application for correction until an instant, after the deadline too",
            description = "If-Match states the version of the application. What is submitted stands until the student"
                    + " submits the correction, and counts if none comes.")
    ResponseEntity<ApplicationFacts> giveBack(
            @PathVariable String id,
            @RequestBody @Valid ReturnRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application returned = applications.change(
                id,
                caller,
                Role.COORDINATOR,
                expected,
                key.with(request),
                application -> application.giveBack(
                        new CorrectionRequest(request.reason(), request.until(), clock.instant())));
        return Representation.of(returned, ApplicationFacts.of(returned));
    }
}
