package org.yol.applications.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Outcome;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.web.IdempotencyKey;

/** Decisions of the coordinators of a programme on many applications at once. */
@RestController
@RequestMapping("/api/applications/decisions")
class SeveralDecisionsController {

    /** As many as one request may name. */
    private static final int MOST = 500;

    private final Deciding deciding;
    private final Decisions decisions;
    private final RowByRow rows;

    SeveralDecisionsController(Deciding deciding, Decisions decisions, RowByRow rows) {
        this.deciding = deciding;
        this.decisions = decisions;
        this.rows = rows;
    }

    /** @param version of the decision; 0 when nothing was ever decided */
    record DecisionRow(
            @NotBlank @Size(max = 200) String applicationId,
            @PositiveOrZero long version,
            @NotNull Outcome outcome,
            @Size(max = 200) String placeId,
            @NotBlank @Size(max = 2_000) String reason) {

        private DecisionRequest request() {
            return new DecisionRequest(outcome, placeId, reason);
        }
    }

    record DecisionRows(@NotEmpty @Size(max = MOST) List<@NotNull @Valid DecisionRow> decisions) {}

    /** @param version of the decision */
    record PublicationRow(
            @NotBlank @Size(max = 200) String applicationId,
            @PositiveOrZero long version) {}

    /** @param answerBy until when offers stand; null for as long as is usual */
    record PublicationRows(
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid PublicationRow> applications, Instant answerBy) {}

    /** @param results one for each row, in the order in which they were asked for */
    record Results(List<RowResult> results) {}

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Decides on up to 500 applications, each for itself; not public yet",
            description =
                    "Each row is decided as by itself, with the version of its decision, and is `done` or `refused`"
                            + " with the problem. Sent again with its Idempotency-Key, it decides nothing twice.")
    Results decide(@RequestBody @Valid DecisionRows request, IdempotencyKey key, Caller caller, Locale locale) {
        RequestIdentity identity = key.with(request);
        return new Results(rows.each(
                request.decisions(),
                DecisionRow::applicationId,
                locale,
                row -> deciding.decide(
                                row.applicationId(),
                                row.request(),
                                new ExpectedVersion(row.version()),
                                identity.part(row.applicationId()),
                                caller)
                        .version(),
                this::version));
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Publishes up to 500 decisions to their students, each for itself",
            description = "Without `answerBy` an offer stands as long as its call says, else as long as this service is"
                    + " set to. Answers as the request that decides does.")
    Results publish(@RequestBody @Valid PublicationRows request, IdempotencyKey key, Caller caller, Locale locale) {
        RequestIdentity identity = key.with(request);
        PublicationRequest publication = new PublicationRequest(request.answerBy());
        return new Results(rows.each(
                request.applications(),
                PublicationRow::applicationId,
                locale,
                row -> deciding.publish(
                                row.applicationId(),
                                publication,
                                new ExpectedVersion(row.version()),
                                identity.part(row.applicationId()),
                                caller)
                        .version(),
                this::version));
    }

    private Long version(String applicationId) {
        return decisions.find(applicationId).map(Decision::version).orElse(0L);
    }
}
