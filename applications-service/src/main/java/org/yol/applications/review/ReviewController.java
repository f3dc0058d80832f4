package org.yol.applications.review;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.Representation;

/** Scores for applications to the places of the reviewer's own university. */
@RestController
class ReviewController {

    private final Applications applications;
    private final Reviews reviews;
    private final Calls calls;
    private final Clock clock;

    ReviewController(Applications applications, Reviews reviews, Calls calls, Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.calls = calls;
        this.clock = clock;
    }

    record ReviewRequest(
            @NotNull Map<String, Integer> scores,
            @Size(max = 5_000) String comment) {}

    @PutMapping("/api/applications/{id}/reviews/{placeId}")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "Records the caller's own scores for an application at a place of their university",
            description = "If-Match states the version of the review: \"0\" for the first.")
    ResponseEntity<ReviewView> review(
            @PathVariable String id,
            @PathVariable String placeId,
            @RequestBody @Valid ReviewRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Application application = applications.get(id, caller, Role.REVIEWER);
        Call call = calls.get(application.call().id());
        boolean own = application.form().choices().contains(placeId)
                && call.place(placeId)
                        .filter(place -> place.hostId().equals(caller.organization()))
                        .isPresent();
        if (!own) {
            throw new Refused(Problem.NOT_FOUND);
        }
        application.refuseUnlessConsidered(application.isReviewable());
        String receipt = application.receiptId();
        Review recorded = reviews.record(
                Review.of(id, placeId, caller.id()),
                receipt,
                expected,
                review -> review.record(receipt, request.scores(), request.comment(), call.rubric(), clock.instant())
                        .recording(caller.act(
                                "reviewed",
                                Role.REVIEWER,
                                id,
                                Map.of(
                                        "place",
                                        placeId,
                                        "scores",
                                        request.scores().toString(),
                                        "receipt",
                                        receipt))));
        return Representation.of(recorded, ReviewView.of(recorded));
    }
}
