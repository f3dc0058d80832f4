package org.yol.applications.review;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.review.Review.Words;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.text.PlainText;
import org.yol.platform.web.Representation;

/** Scores for applications to the places of the reviewer's own university. */
@RestController
@RequestMapping("/api/applications/{id}/reviews/{placeId}")
class ReviewController {

    private final Applications applications;
    private final Reviews reviews;
    private final Panels panels;
    private final Calls calls;
    private final Clock clock;

    ReviewController(Applications applications, Reviews reviews, Panels panels, Calls calls, Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.panels = panels;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * A review as it is written down.
     *
     * @param comment for those who decide
     * @param forStudent for the student, who reads it without the reviewer's name once the outcome is announced; kept
     *     where the call says that there are such comments, and nowhere else
     * @param done whether it is to count, with a score of every criterion; it is where nothing is said
     */
    record ReviewRequest(
            @NotNull Map<String, Integer> scores,
            @Size(max = 5_000) String comment,
            @PlainText(lines = true) @Size(max = 2_000) String forStudent,
            Boolean done) {

        private Words words(Call call) {
            boolean reads = call.selection().reviewing().feedback() == Feedback.COMMENTS;
            return new Words(comment, !reads || forStudent == null || forStudent.isBlank() ? null : forStudent.strip());
        }

        boolean isDone() {
            return !Boolean.FALSE.equals(done);
        }
    }

    record ConflictRequest(@NotBlank @Size(max = 2_000) String reason) {}

    @PutMapping
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "Records the caller's own scores for an application at a place of their university",
            description =
                    "If-Match states the version of the review: \"0\" for the first. With `done: false` it is kept"
                            + " with what is scored so far, and counts only once it is done; one that is done is so opened again,"
                            + " until the decision is published. Refused with not-assigned where a panel is set and somebody"
                            + " else is asked.")
    ResponseEntity<ReviewView> review(
            @PathVariable String id,
            @PathVariable String placeId,
            @RequestBody @Valid ReviewRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Application application = reviewable(id, placeId, caller);
        Call call = calls.get(application.call().id());
        Review blank = Review.of(call.id(), application.id(), placeId, caller.id());
        if (panels.isSetFor(call.id())
                && reviews.find(blank.id())
                        .filter(review -> review.state().stands())
                        .isEmpty()) {
            throw new Refused(Review.NOT_ASSIGNED);
        }
        String receipt = application.receiptId();
        return answer(reviews.record(
                blank,
                receipt,
                expected,
                review -> review.record(
                                receipt,
                                request.scores(),
                                request.words(call),
                                request.isDone(),
                                call.rubric(),
                                clock.instant())
                        .recording(caller.act(
                                request.isDone() ? "reviewed" : "review-saved",
                                Role.REVIEWER,
                                application.id(),
                                Map.of(
                                        "place",
                                        placeId,
                                        "scores",
                                        request.scores().toString(),
                                        "receipt",
                                        receipt)))));
    }

    @PutMapping("/conflict")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "Declares the caller's conflict of interest: they do not review it, and somebody else is asked",
            description = "If-Match as for the review.")
    ResponseEntity<ReviewView> declare(
            @PathVariable String id,
            @PathVariable String placeId,
            @RequestBody @Valid ConflictRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Application application = reviewable(id, placeId, caller);
        Review declared = reviews.record(
                Review.of(application.call().id(), application.id(), placeId, caller.id()),
                application.receiptId(),
                expected,
                review -> review.declare(request.reason(), application.receiptId(), clock.instant())
                        .recording(caller.act(
                                "conflict-declared", Role.REVIEWER, application.id(), Map.of("place", placeId))));
        reviews.replace(declared.id());
        return answer(reviews.find(declared.id()).orElse(declared));
    }

    private Application reviewable(String id, String placeId, Caller caller) {
        Application application = applications.get(id, caller, Role.REVIEWER);
        boolean own = application.form().choices().contains(placeId)
                && calls.get(application.call().id())
                        .place(placeId)
                        .filter(place -> place.hostId().equals(caller.organization()))
                        .isPresent();
        if (!own) {
            throw new Refused(Problem.NOT_FOUND);
        }
        application.refuseUnlessConsidered(application.isReviewable());
        return application;
    }

    private static ResponseEntity<ReviewView> answer(Review review) {
        return Representation.of(review, ReviewView.of(review));
    }
}
