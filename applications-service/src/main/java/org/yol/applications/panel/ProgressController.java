package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Student;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallAccess;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.Reviews;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scores;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;

/** How far the reviews of a call are, and where reviewers differ. */
@RestController
@RequestMapping("/api/reviews/panels/{callId}")
class ProgressController {

    private static final int EACH_TIME = 1_000;

    /** Calls whose coordinators look at the same time. */
    private static final int KEPT_AT_MOST = 100;

    /** All reviews of a call are read for it: not for each who looks, and for nobody who does not. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final CallAccess access;
    private final CallPanels panels;
    private final Assigning assigning;
    private final Reviewers reviewers;
    private final Applicants applicants;
    private final Reviews reviews;
    private final Summaries<Progress.Counted> counted;
    private final Summaries<Scores> scores;
    private final Clock clock;
    private final Cache<String, Progress> recent = Caffeine.newBuilder()
            .maximumSize(KEPT_AT_MOST)
            .expireAfterWrite(KEPT)
            .build();

    ProgressController(
            CallAccess access,
            CallPanels panels,
            Assigning assigning,
            Reviewers reviewers,
            Applicants applicants,
            Reviews reviews,
            ScoreBoard scores,
            Clock clock) {
        this.access = access;
        this.panels = panels;
        this.assigning = assigning;
        this.reviewers = reviewers;
        this.applicants = applicants;
        this.reviews = reviews;
        this.counted = reviews.summaries(Progress.Counted.class);
        this.scores = scores.summaries();
        this.clock = clock;
    }

    /**
     * How far the reviews are.
     *
     * @param at when it was counted, at most ten seconds ago
     * @param dueBy null while no date is set
     * @param overdue whether that has gone by: then all that is assigned or begun is overdue
     * @param names of the reviewers, by account; without those who are not known any more
     */
    record ProgressView(
            Instant at, Instant dueBy, boolean overdue, List<Progress.Line> lines, Map<String, String> names) {}

    /**
     * An application whose reviewers differ.
     *
     * @param student who applies; null where it is not there any more
     * @param scores by place, 0.00 to 100.00
     * @param done how many reviews each of these places has
     * @param open how many reviewers of a place are asked and not done, where there are any
     * @param spreads from the lowest to the highest of the reviewers of a place, where it has several
     */
    record SpreadRow(
            String applicationId,
            Student student,
            Map<String, BigDecimal> scores,
            Map<String, Integer> done,
            Map<String, Long> open,
            Map<String, BigDecimal> spreads) {}

    @GetMapping("/progress")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "How far the reviewers of each place are, and how severe beside others",
            description = "How severe they are is shown only: no score is changed by it. Counted at most every ten"
                    + " seconds.")
    ProgressView progress(@PathVariable String callId, Caller caller) {
        Call call = access.toRead(callId, caller);
        Progress progress = upToDate(callId);
        Instant due = panels.of(call).dueBy();
        Map<String, String> names = reviewers.names(
                progress.lines().stream().map(Progress.Line::reviewer).collect(Collectors.toSet()));
        return new ProgressView(
                progress.at(), due, due != null && due.isBefore(clock.instant()), progress.lines(), names);
    }

    @GetMapping("/spreads")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "Applications whose reviewers at a place differ by the call's spread or more, the widest first",
            description = "Ask for a further review at `/further-review`.")
    Page<SpreadRow> spreads(@PathVariable String callId, PageRequest page, Caller caller) {
        Call call = access.toRead(callId, caller);
        Page<Scores> found = scores.page(
                and(
                        eq("callId", callId),
                        gte("widest", call.selection().reviewing().spread())),
                Sorting.descending("widest"),
                page);
        List<String> ids = found.items().stream().map(Scores::id).toList();
        Map<String, Student> students = applicants.of(ids);
        Map<String, Map<String, Long>> open = open(ids);
        return found.map(known -> new SpreadRow(
                known.id(),
                students.get(known.id()),
                known.places(),
                known.done(),
                open.getOrDefault(known.id(), Map.of()),
                known.spreads()));
    }

    private Map<String, Map<String, Long>> open(List<String> applicationIds) {
        return reviews.of(applicationIds).stream()
                .filter(review -> review.state().stands() && review.state() != ReviewState.DONE)
                .collect(Collectors.groupingBy(
                        Review::applicationId, Collectors.groupingBy(Review::placeId, Collectors.counting())));
    }

    /** What was assigned since it was counted last is not left out: whoever assigns looks at it next. */
    private Progress upToDate(String callId) {
        Instant assigned = assigning.of(callId).finishedAt();
        recent.asMap()
                .computeIfPresent(
                        callId, (_, last) -> assigned != null && last.at().isBefore(assigned) ? null : last);
        return recent.get(callId, this::count);
    }

    private Progress count(String callId) {
        List<Progress.Counted> all = new ArrayList<>();
        for (String state : Workload.STANDING) {
            try (Results<Progress.Counted> some = counted.all(
                    and(eq("callId", callId), eq("state", state)), Sorting.ascending("_id"), null, EACH_TIME)) {
                some.forEachRemaining(all::add);
            }
        }
        return Progress.of(all, clock.instant());
    }
}
