package org.yol.applications.review;

import static java.util.stream.Collectors.groupingBy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What students read of their reviews. */
@RestController
@Tag(name = "Reviews")
class FeedbackController {

    private final Applications applications;
    private final Reviews reviews;
    private final Calls calls;

    FeedbackController(Applications applications, Reviews reviews, Calls calls) {
        this.applications = applications;
        this.reviews = reviews;
        this.calls = calls;
    }

    /** @param places in the order of the student's preference; those that nobody has reviewed are left out */
    record FeedbackView(List<PlaceFeedback> places) {}

    /**
     * Of one place.
     *
     * @param criteria in the order of the rubric
     * @param comments what reviewers have written for the student, in alphabetical order: not by who wrote it, nor when
     */
    record PlaceFeedback(String placeId, List<CriterionFeedback> criteria, List<String> comments) {}

    /** @param mean of all reviewers of the place, 0.0 to 10.0, one decimal, HALF_EVEN */
    record CriterionFeedback(String criterion, BigDecimal mean) {}

    @GetMapping("/api/applications/{id}/feedback")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "What reviewers have found, once the outcome is announced and where the call says so",
            description = "The mean of each criterion at each place, and what reviewers have written for the student."
                    + " Nobody's name. 404 before, and where the call says nothing of it.")
    FeedbackView get(@PathVariable String id, Caller caller) {
        Application application = applications.get(id, caller, Role.STUDENT);
        Call call = calls.get(application.call().id());
        Feedback feedback = call.selection().reviewing().feedback();
        boolean isRead = feedback == Feedback.SCORES || feedback == Feedback.COMMENTS;
        if (!isRead || application.life().announcement() == null) {
            throw new Refused(Problem.NOT_FOUND);
        }
        Map<String, List<Review>> done = reviews.of(application).stream()
                .filter(review -> review.isDoneOf(application.receiptId()))
                .collect(groupingBy(Review::placeId));
        return new FeedbackView(application.form().choices().stream()
                .filter(done::containsKey)
                .map(place -> of(place, done.get(place), call.rubric(), feedback))
                .toList());
    }

    private static PlaceFeedback of(String place, List<Review> done, List<Criterion> rubric, Feedback feedback) {
        List<CriterionFeedback> criteria = rubric.stream()
                .map(Criterion::criterion)
                .map(criterion -> new CriterionFeedback(criterion, mean(criterion, done)))
                .toList();
        List<String> comments = feedback == Feedback.COMMENTS
                ? done.stream()
                        .map(Review::forStudent)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList()
                : List.of();
        return new PlaceFeedback(place, criteria, comments);
    }

    private static BigDecimal mean(String criterion, List<Review> done) {
        int sum = done.stream()
                .mapToInt(review -> review.scores().getOrDefault(criterion, 0))
                .sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(done.size()), 1, RoundingMode.HALF_EVEN);
    }
}
