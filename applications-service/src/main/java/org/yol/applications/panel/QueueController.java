package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.person.Aliases;
import org.yol.applications.review.Review;
import org.yol.applications.review.Reviews;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;

/** What a reviewer has to do. */
@RestController
@RequestMapping("/api/reviews")
class QueueController {

    private final Summaries<Review> reviews;
    private final Summaries<ApplicationSummary> applications;
    private final CallPanels panels;
    private final Calls calls;
    private final Aliases aliases;
    private final Clock clock;

    QueueController(
            Reviews reviews, Applications applications, CallPanels panels, Calls calls, Aliases aliases, Clock clock) {
        this.reviews = reviews.summaries();
        this.applications = applications.summaries();
        this.panels = panels;
        this.calls = calls;
        this.aliases = aliases;
        this.clock = clock;
    }

    /** The part of the queue that is asked for. */
    enum Part {
        ASSIGNED,
        BEGUN,
        DONE
    }

    /** By when it was asked for. */
    enum Order {
        OLDEST,
        NEWEST
    }

    @GetMapping
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "The caller's own reviews in a state, as rows of a queue",
            description =
                    "`state` is assigned where it is not stated; `call` narrows to one call. In the order in which"
                            + " they were asked for, or `sort=newest`. A page may be short though `next` says that others"
                            + " follow: what was withdrawn is left out. `applicationId` is an alias where the review is"
                            + " blind, by which whatever is the application's is asked for.")
    Page<QueueRow> queue(
            @RequestParam(defaultValue = "assigned") Part state,
            @RequestParam(required = false) String call,
            @RequestParam(defaultValue = "oldest") Order sort,
            PageRequest page,
            Caller caller) {
        Bson own = and(
                eq("reviewer", caller.id()),
                call == null || call.isBlank() ? empty() : eq("callId", call),
                eq("state", state.name()));
        Sorting sorting = sort == Order.OLDEST ? Sorting.ascending("assignedAt") : Sorting.descending("assignedAt");
        Page<Review> found = reviews.page(own, sorting, aliases.opened(page));
        return aliases.hiding(new Page<>(rows(found.items(), caller), found.next()));
    }

    @GetMapping("/counts")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "How many reviews the caller is asked for, has begun and has done, in all and of each call",
            description = "The calls that are due first come first.")
    QueueCounts counts(Caller caller) {
        List<Summaries.Group> groups = reviews.groups(
                and(eq("reviewer", caller.id()), in("state", Workload.STANDING)), List.of("callId", "state"), "scores");
        List<String> callIds = groups.stream()
                .map(group -> group.values().getFirst())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Call> known = calls.get(callIds);
        Map<String, Panel> due = due(callIds);
        Instant now = clock.instant();
        return QueueCounts.of(callIds.stream()
                .filter(known::containsKey)
                .map(id -> QueueCounts.of(known.get(id), due.get(id), groups, now))
                .toList());
    }

    private Map<String, Panel> due(List<String> callIds) {
        return panels.find(callIds).stream().collect(Collectors.toMap(Panel::id, Function.identity()));
    }

    private List<QueueRow> rows(List<Review> found, Caller caller) {
        Map<String, ApplicationSummary> known =
                applications
                        .find(
                                found.stream()
                                        .map(Review::applicationId)
                                        .distinct()
                                        .toList(),
                                empty())
                        .stream()
                        .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
        List<String> callIds = found.stream()
                .map(Review::callId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Call> asked = calls.get(callIds);
        Map<String, Panel> due = due(callIds);
        Instant now = clock.instant();
        List<QueueRow> rows = new ArrayList<>();
        for (Review review : found) {
            ApplicationSummary application = known.get(review.applicationId());
            Call call = asked.get(review.callId());
            if (call != null && application != null && Visibility.allows(caller, Role.REVIEWER, application)) {
                rows.add(QueueRow.of(review, application, call, due.get(call.id()), aliases, now));
            }
        }
        return rows;
    }
}
