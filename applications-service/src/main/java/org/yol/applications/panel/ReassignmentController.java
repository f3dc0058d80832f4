package org.yol.applications.panel;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Considered;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallAccess;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.ReviewView;
import org.yol.applications.review.Reviews;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;

/** Single reviews that a coordinator asks somebody else for, or for besides. */
@RestController
@RequestMapping("/api/reviews/panels/{callId}")
class ReassignmentController {

    private static final Problem NOBODY_LEFT = new Problem("no-reviewer-left", 409);

    private final CallAccess access;
    private final CallPanels panels;
    private final Planning planning;
    private final Applications applications;
    private final Reviews reviews;
    private final Clock clock;

    ReassignmentController(
            CallAccess access,
            CallPanels panels,
            Planning planning,
            Applications applications,
            Reviews reviews,
            Clock clock) {
        this.access = access;
        this.panels = panels;
        this.planning = planning;
        this.applications = applications;
        this.reviews = reviews;
        this.clock = clock;
    }

    record FurtherReviewRequest(
            @NotBlank @Size(max = 100) String applicationId,
            @NotBlank @Size(max = 200) String placeId) {}

    /** @param to who is asked instead; null for whoever has least to do and no conflict of interest */
    record ReassignmentRequest(
            @NotBlank @Size(max = 100) String applicationId,
            @NotBlank @Size(max = 200) String placeId,
            @NotBlank @Size(max = 200) String reviewer,
            @Size(max = 200) String to) {}

    /** @param assigned null where nobody without a conflict of interest is left */
    record ReassignmentView(ReviewView released, ReviewView assigned) {}

    @PostMapping("/further-review")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Asks one more reviewer for an application at a place: who has least to do and no conflict",
            description = "Refused with no-reviewer-left where nobody on the panel is.")
    ReviewView further(
            @PathVariable String callId,
            @RequestBody @Valid FurtherReviewRequest request,
            IdempotencyKey key,
            Caller caller) {
        Call call = access.toDecide(callId, caller);
        Considered application = considered(callId, request.applicationId(), request.placeId());
        String identity = key.with(request).key();
        return reviews.of(List.of(application.id())).stream()
                .filter(review -> identity.equals(review.further()))
                .filter(review -> review.placeId().equals(request.placeId()))
                .findFirst()
                .map(ReviewView::of)
                .orElseGet(() -> further(call, application, request.placeId(), identity, caller));
    }

    private ReviewView further(Call call, Considered application, String placeId, String identity, Caller caller) {
        String other = panels.find(call.id())
                .flatMap(panel -> planning.another(call, panel, application, placeId))
                .orElseThrow(() -> new Refused(NOBODY_LEFT));
        return ReviewView.of(reviews.assign(
                Review.of(call.id(), application.id(), placeId, other),
                review -> review.assign(application.receiptId(), identity, clock.instant())
                        .recording(caller.act(
                                "further-review-asked",
                                Role.COORDINATOR,
                                application.id(),
                                Map.of("place", placeId, "reviewer", other)))));
    }

    @PostMapping("/reassignment")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Asks somebody else for a review that is not done",
            description = "Refused with not-assigned for one that is done or that nobody is asked for, and with"
                    + " field-errors where `to` is not on the place's panel, reviews it already or has a conflict.")
    ReassignmentView reassign(
            @PathVariable String callId,
            @RequestBody @Valid ReassignmentRequest request,
            IdempotencyKey key,
            Caller caller) {
        Call call = access.toDecide(callId, caller);
        Considered application = considered(callId, request.applicationId(), request.placeId());
        Review asked = reviews.by(request.reviewer(), List.of(application.id())).stream()
                .filter(review -> review.placeId().equals(request.placeId()))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        RequestIdentity identity = key.with(request);
        if (request.to() != null && !request.to().equals(asked.replacement())) {
            Optional<Panel> panel = panels.find(callId);
            if (panel.isEmpty() || !planning.isFree(call, panel.get(), application, request.placeId(), request.to())) {
                throw Refused.because(List.of(FieldError.of("/to", "reassignment.not-free")));
            }
        }
        Review released = reviews.change(
                asked.id(),
                identity,
                review -> review.handOver(request.to(), clock.instant())
                        .recording(caller.act(
                                "review-reassigned",
                                Role.COORDINATOR,
                                application.id(),
                                Map.of(
                                        "place",
                                        request.placeId(),
                                        "from",
                                        request.reviewer(),
                                        "to",
                                        Objects.requireNonNullElse(request.to(), "")))));
        reviews.replace(released.id());
        String other = reviews.find(released.id()).map(Review::replacement).orElse(null);
        return new ReassignmentView(
                ReviewView.of(released),
                other == null
                        ? null
                        : reviews.by(other, List.of(application.id())).stream()
                                .filter(review -> review.placeId().equals(request.placeId()))
                                .filter(review -> review.state() != ReviewState.RELEASED)
                                .findFirst()
                                .map(ReviewView::of)
                                .orElse(null));
    }

    private Considered considered(String callId, String applicationId, String placeId) {
        return applications
                .considered(callId, applicationId)
                .filter(application -> application.form().choices().contains(placeId))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }
}
