package org.yol.applications.panel;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Student;
import org.yol.applications.call.CallAccess;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.Reviews;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.web.IdempotencyKey;

/** What may be a conflict of interest, for a coordinator to decide. */
@RestController
@RequestMapping("/api/reviews/panels/{callId}/conflicts")
class ConflictController {

    private final CallAccess access;
    private final Suspicions suspicions;
    private final Reviewers reviewers;
    private final Applicants applicants;
    private final Reviews reviews;
    private final Clock clock;

    ConflictController(
            CallAccess access,
            Suspicions suspicions,
            Reviewers reviewers,
            Applicants applicants,
            Reviews reviews,
            Clock clock) {
        this.access = access;
        this.suspicions = suspicions;
        this.reviewers = reviewers;
        this.applicants = applicants;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** @param conflict whether it is one */
    record DecisionRequest(
            @NotBlank @Size(max = 100) String applicationId,
            @NotBlank @Size(max = 200) String reviewer,
            @NotNull Boolean conflict) {}

    /**
     * What may be a conflict.
     *
     * @param student who applies; null where it is not there any more
     * @param reviewerName null where the account is not known any more
     * @param at when it was found, or decided
     * @param decidedBy account of the coordinator; null before
     */
    record ConflictView(
            String applicationId,
            Student student,
            String reviewer,
            String reviewerName,
            Suspicion.State state,
            Instant at,
            String decidedBy) {

        static ConflictView of(Suspicion suspicion, Map<String, Student> students, Map<String, String> names) {
            return new ConflictView(
                    suspicion.applicationId(),
                    students.get(suspicion.applicationId()),
                    suspicion.reviewer(),
                    names.get(suspicion.reviewer()),
                    suspicion.state(),
                    suspicion.at(),
                    suspicion.decidedBy());
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "Reviewers with a student's family name and university, found when reviews were assigned",
            description = "`state` is flagged, where nobody has decided yet, or confirmed or dismissed.")
    Page<ConflictView> list(
            @PathVariable String callId,
            @RequestParam(defaultValue = "flagged") Suspicion.State state,
            PageRequest page,
            Caller caller) {
        access.toRead(callId, caller);
        Page<Suspicion> found = suspicions.page(callId, state, page);
        Map<String, Student> students = applicants.of(
                found.items().stream().map(Suspicion::applicationId).collect(Collectors.toSet()));
        Map<String, String> names =
                reviewers.names(found.items().stream().map(Suspicion::reviewer).collect(Collectors.toSet()));
        return found.map(suspicion -> ConflictView.of(suspicion, students, names));
    }

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Decides whether it is a conflict of interest: if not, the reviewer may be asked",
            description = "The last word counts. A review that somebody with a conflict was asked for and has not done"
                    + " is asked of another.")
    ConflictView decide(
            @PathVariable String callId,
            @RequestBody @Valid DecisionRequest request,
            IdempotencyKey key,
            Caller caller) {
        access.toDecide(callId, caller);
        Instant now = clock.instant();
        Suspicion decided = suspicions.change(
                callId,
                Suspicion.id(request.applicationId(), request.reviewer()),
                key.with(request),
                suspicion -> suspicion
                        .decided(request.conflict(), caller.id(), now)
                        .recording(caller.act(
                                request.conflict() ? "conflict-confirmed" : "conflict-dismissed",
                                Role.COORDINATOR,
                                request.applicationId(),
                                Map.of("reviewer", request.reviewer()))));
        if (decided.state() == Suspicion.State.CONFIRMED) {
            release(decided, now);
        }
        return ConflictView.of(
                decided, applicants.of(List.of(decided.applicationId())), reviewers.names(List.of(decided.reviewer())));
    }

    private void release(Suspicion confirmed, Instant now) {
        reviews.by(confirmed.reviewer(), List.of(confirmed.applicationId())).stream()
                .filter(review -> review.state().stands() && review.state() != ReviewState.DONE)
                .map(Review::id)
                .forEach(id -> {
                    reviews.change(id, review -> review.handOver(null, now));
                    reviews.replace(id);
                });
    }
}
