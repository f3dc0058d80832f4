package org.yol.applications.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.applications.decision.Decision;
import org.yol.applications.decision.Decisions;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scores;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Sorting;

/**
 * Finds the applications of a list. What is secret is not in them: a list by score or by decision is read from where
 * these are kept, by those who may know them.
 */
@Component
class ApplicationLists {

    /** Begins the cursor of a page behind those that have a score. */
    private static final String UNSCORED = "unscored.";

    private static final Bson NEVER_REVIEWED = ne("life.reviewed", true);

    private final Applications applications;
    private final ScoreBoard scores;
    private final Decisions decisions;

    ApplicationLists(Applications applications, ScoreBoard scores, Decisions decisions) {
        this.applications = applications;
        this.scores = scores;
        this.decisions = decisions;
    }

    /**
     * @param roles in which of the caller's roles they look; a list by score or decision is for the all-knowing only
     */
    Page<Application> page(ApplicationListing listing, Set<Role> roles, Caller caller, PageRequest request) {
        if (listing.decision() != null) {
            listing.refuseAnotherOrder();
            return decided(listing, caller, request);
        }
        return listing.isByScore()
                ? byScore(listing, caller, request)
                : applications.page(
                        and(Visibility.filter(caller, roles), listing.filter()), listing.sorting(), request);
    }

    private Page<Application> decided(ApplicationListing listing, Caller caller, PageRequest request) {
        Bson outcome = eq("choice.outcome", listing.decision().name());
        Page<Decision> page = decisions.newestFirst(and(known(listing, caller), outcome), request);
        return new Page<>(
                visible(page.items().stream().map(Decision::id).toList(), caller)
                        .toList(),
                page.next());
    }

    private Page<Application> byScore(ApplicationListing listing, Caller caller, PageRequest request) {
        String after = request.after();
        if (after != null && after.startsWith(UNSCORED)) {
            String cursor = after.substring(UNSCORED.length());
            return unscored(listing, caller, new PageRequest(request.limit(), cursor.isEmpty() ? null : cursor));
        }
        Page<Scores> page = scores.highestFirst(known(listing, caller), request);
        List<Application> found = new ArrayList<>(scored(page.items(), caller));
        if (page.next() != null) {
            return new Page<>(found, page.next());
        }
        int room = request.limit() - found.size();
        if (room <= 0) {
            return new Page<>(found, UNSCORED);
        }
        Page<Application> rest = unscored(listing, caller, new PageRequest(room, null));
        found.addAll(rest.items());
        return new Page<>(found, rest.next());
    }

    private Page<Application> unscored(ApplicationListing listing, Caller caller, PageRequest request) {
        Page<Application> rest = applications.page(
                and(Visibility.filter(caller, ApplicationListing.ALL_KNOWING), listing.filter(), NEVER_REVIEWED),
                Sorting.descending("createdAt"),
                request);
        return new Page<>(rest.items(), rest.next() == null ? null : UNSCORED + rest.next());
    }

    /** Scores of what was taken back and handed in anew count no longer. */
    private List<Application> scored(List<Scores> page, Caller caller) {
        Map<String, String> submissions = page.stream().collect(Collectors.toMap(Scores::id, Scores::submission));
        return visible(page.stream().map(Scores::id).toList(), caller)
                .filter(application -> submissions.get(application.id()).equals(application.receiptId()))
                .toList();
    }

    private Stream<Application> visible(List<String> ids, Caller caller) {
        Map<String, Application> found = applications.find(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(application -> Visibility.allows(caller, ApplicationListing.ALL_KNOWING, application));
    }

    /** Which of the documents that hold secrets the caller may read. */
    private Bson known(ApplicationListing listing, Caller caller) {
        Bson provider = caller.is(Role.AUDITOR)
                ? empty()
                : caller.is(Role.COORDINATOR)
                        ? eq("provider", String.valueOf(caller.organization()))
                        : in("_id", List.of());
        Bson call = listing.isOfOneCall() ? eq("callId", listing.callId()) : empty();
        Bson some = listing.isNarrowed()
                ? in(
                        "_id",
                        applications.ids(
                                and(Visibility.filter(caller, ApplicationListing.ALL_KNOWING), listing.filter())))
                : empty();
        // Neither a row nor a cursor may tell anybody of their own application.
        Bson others = caller.is(Role.STUDENT) ? nin("_id", applications.ids(eq("student.id", caller.id()))) : empty();
        return and(provider, call, some, others);
    }
}
