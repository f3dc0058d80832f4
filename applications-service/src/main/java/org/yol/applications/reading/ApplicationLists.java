package org.yol.applications.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.applications.call.Calls;
import org.yol.applications.decision.Decision;
import org.yol.applications.decision.Decisions;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scores;
import org.yol.applications.roster.PlaceStanding;
import org.yol.applications.roster.Roster;
import org.yol.applications.roster.RosterCounts;
import org.yol.applications.roster.RosterRow;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.problem.Refused;

/**
 * Finds the applications of a list. What is secret is not in them: a list by score or by decision is read from where
 * these are kept, by those who may know them.
 */
@Component
class ApplicationLists {

    /** Begins the cursor of a page behind those that have a score. */
    private static final String UNSCORED = "unscored.";

    private static final Bson NEVER_REVIEWED = eq("life.reviewed", false);
    private static final Sorting NEWEST = Sorting.descending("createdAt");
    private static final Sorting HIGHEST = Sorting.descending("highest");
    private static final Sorting LAST_DECIDED = Sorting.descending("choice.at");

    /** More than anybody has applications of their own. */
    private static final int OWN_AT_MOST = 5_000;

    private final Summaries<ApplicationSummary> applications;
    private final Summaries<Scores> scores;
    private final Summaries<Decision> decisions;
    private final Summaries<RosterRow> rows;
    private final Summaries<PlaceStanding> standings;
    private final RosterCounts rosterCounts;
    private final Calls calls;

    ApplicationLists(
            Applications applications,
            ScoreBoard scores,
            Decisions decisions,
            Roster roster,
            RosterCounts rosterCounts,
            Calls calls) {
        this.calls = calls;
        this.rows = roster.rows();
        this.standings = roster.standings();
        this.rosterCounts = rosterCounts;
        this.applications = applications.summaries();
        this.scores = scores.summaries();
        this.decisions = decisions.summaries();
    }

    /**
     * A page, which may be short though others follow: where few of very many are wanted, it ends when enough were
     * looked at.
     *
     * @param roles in which of the caller's roles they look; a list by score or decision is for the all-knowing only
     * @throws Refused field-errors for an order that the list cannot have; invalid-cursor
     */
    Page<ApplicationSummary> page(ApplicationListing listing, Set<Role> roles, Caller caller, PageRequest request) {
        listing.refuseAnotherOrder();
        if (listing.isOfTable()) {
            try (Followed<?> rows = table(listing, caller, request.after())) {
                return new Page<>(rows.page(request.limit()), rows.position());
            }
        }
        if (listing.decision() != null) {
            try (Followed<Decision> decided = decided(listing, caller, request.after())) {
                return new Page<>(decided.page(request.limit()), decided.position());
            }
        }
        return listing.isByScore()
                ? byScore(listing, caller, request)
                : applications.page(wanted(listing, roles, caller), listing.sorting(), request);
    }

    /**
     * All of a list, for those who may take it with them. By score or decision it holds what they may know these of.
     *
     * @param roles in which of the caller's roles they look
     * @throws Refused field-errors for an order that the list cannot have
     */
    ApplicationSource all(ApplicationListing listing, Set<Role> roles, Caller caller) {
        listing.refuseAnotherOrder();
        if (listing.isOfTable()) {
            return table(listing, caller, null);
        }
        if (listing.decision() != null) {
            return decided(listing, caller, null);
        }
        if (listing.isByScore()) {
            Bson wanted = wanted(listing, ApplicationListing.ALL_KNOWING, caller);
            return scored(listing, caller, null)
                    .then(() -> ApplicationSource.of(applications.all(and(wanted, NEVER_REVIEWED), NEWEST, null)));
        }
        Bson wanted = wanted(listing, roles, caller);
        return ApplicationSource.of(applications.all(wanted, listing.sorting(), null));
    }

    /**
     * How many {@link #all} are, if there is one at all; empty where only reading them would tell. An index of states
     * knows it: what has left the draft was handed in, but for what was withdrawn before that.
     */
    OptionalLong count(ApplicationListing listing, Caller caller) {
        if (listing.isOfTable()) {
            return OptionalLong.of(rows.count(rowsOf(listing, caller)));
        }
        List<Role> roles =
                ApplicationListing.EXPORTING.stream().filter(caller::is).toList();
        boolean one = roles.size() == 1 || roles.contains(Role.AUDITOR);
        if (listing.decision() != null || listing.isByText() || !one) {
            return OptionalLong.empty();
        }
        Set<ApplicationState> states =
                listing.state() == null ? EnumSet.allOf(ApplicationState.class) : EnumSet.of(listing.state());
        states.remove(ApplicationState.DRAFT);
        boolean withdrawnToo = states.remove(ApplicationState.WITHDRAWN);
        Bson asked = and(of(roles, listing, caller), listing.ofCalls("call.id", ofProgramme(listing)));
        Bson own = and(asked, eq("student.id", caller.id()));
        return OptionalLong.of(count(asked, states, withdrawnToo) - count(own, states, withdrawnToo));
    }

    /** Whose applications somebody reads who has these roles: so that an index tells how many there are. */
    private static Bson of(List<Role> roles, ApplicationListing listing, Caller caller) {
        if (roles.contains(Role.AUDITOR)) {
            return empty();
        }
        if (roles.contains(Role.AUTHORITY)) {
            return eq("student.country", String.valueOf(caller.country()));
        }
        // A call has one provider: who reads any application to it reads all of them.
        return listing.isOfOneCall() || listing.isOfOneProgramme()
                ? empty()
                : eq("call.provider", String.valueOf(caller.organization()));
    }

    /**
     * How many there are of each programme in each state, of what the caller may see in any of these roles. What is
     * drafted is nobody's to count, so that the states lead to an index.
     */
    List<ProgrammeCounts> counts(Set<Role> roles, Caller caller) {
        List<String> states = EnumSet.complementOf(EnumSet.of(ApplicationState.DRAFT)).stream()
                .map(Enum::name)
                .toList();
        return ProgrammeCounts.of(applications.groups(
                and(Visibility.filter(caller, roles), in("life.state", states)),
                List.of("call.programmeId", "life.state"),
                "call.title"));
    }

    private long count(Bson some, Set<ApplicationState> states, boolean withdrawnToo) {
        List<String> names = states.stream().map(Enum::name).toList();
        long withdrawn = withdrawnToo
                ? applications.count(
                        and(some, eq("life.state", ApplicationState.WITHDRAWN.name()), exists("life.receipt")))
                : 0;
        return withdrawn + applications.count(and(some, in("life.state", names)));
    }

    private Page<ApplicationSummary> byScore(ApplicationListing listing, Caller caller, PageRequest request) {
        String after = request.after();
        if (after != null && after.startsWith(UNSCORED)) {
            String cursor = after.substring(UNSCORED.length());
            return unscored(listing, caller, new PageRequest(request.limit(), cursor.isEmpty() ? null : cursor));
        }
        List<ApplicationSummary> found;
        try (Followed<Scores> scored = scored(listing, caller, after)) {
            found = new ArrayList<>(scored.page(request.limit()));
            if (scored.isMore()) {
                return new Page<>(found, scored.position());
            }
        }
        int room = request.limit() - found.size();
        if (room <= 0) {
            return new Page<>(found, UNSCORED);
        }
        Page<ApplicationSummary> rest = unscored(listing, caller, new PageRequest(room, null));
        found.addAll(rest.items());
        return new Page<>(found, rest.next());
    }

    private Page<ApplicationSummary> unscored(ApplicationListing listing, Caller caller, PageRequest request) {
        Page<ApplicationSummary> rest = applications.page(
                and(wanted(listing, ApplicationListing.ALL_KNOWING, caller), NEVER_REVIEWED), NEWEST, request);
        return new Page<>(rest.items(), rest.next() == null ? null : UNSCORED + rest.next());
    }

    /** Scores of what was taken back and handed in anew count no longer. */
    private Followed<Scores> scored(ApplicationListing listing, Caller caller, String after) {
        return new Followed<>(
                scores.all(known(listing, caller), HIGHEST, after, Followed.BATCH),
                Scores::id,
                those(listing, caller),
                (reckoned, application) -> reckoned.submission().equals(application.receiptId()));
    }

    private Followed<Decision> decided(ApplicationListing listing, Caller caller, String after) {
        Bson outcome = eq("choice.outcome", listing.decision().name());
        return new Followed<>(
                decisions.all(and(known(listing, caller), outcome), LAST_DECIDED, after, Followed.BATCH),
                Decision::id,
                those(listing, caller),
                (_, _) -> true);
    }

    private Function<List<String>, List<ApplicationSummary>> those(ApplicationListing listing, Caller caller) {
        Bson wanted = wanted(listing, ApplicationListing.ALL_KNOWING, caller);
        return ids -> applications.find(ids, wanted);
    }

    /**
     * How many applications to a call are of which kind, and how many a listing has.
     *
     * @throws Refused field-errors for a listing of more than one call
     */
    ListingCounts counts(ApplicationListing listing, Caller caller) {
        listing.refuseSeveralCalls();
        return new ListingCounts(
                rows.count(rowsOf(listing, caller)), rosterCounts.of(listing.callId(), known(listing, caller)));
    }

    /** The rows of the table of a call; by the score at a place, those who may be next there. */
    private Followed<?> table(ApplicationListing listing, Caller caller, String after) {
        Bson asked = rowsOf(listing, caller);
        Bson visible = Visibility.filter(caller, ApplicationListing.ALL_KNOWING);
        if (!listing.isByPlaceScore()) {
            return new Followed<>(
                    rows.all(asked, listing.rowSorting(), after, Followed.BATCH),
                    RosterRow::id,
                    ids -> applications.find(ids, visible),
                    (_, _) -> true);
        }
        Bson there = and(known(listing, caller), eq("placeId", listing.place()));
        return new Followed<>(
                standings.all(there, listing.rowSorting(), after, Followed.BATCH),
                PlaceStanding::applicationId,
                ids -> applications.find(
                        rows.find(ids, asked).stream().map(RosterRow::id).toList(), visible),
                (_, _) -> true);
    }

    /** Which rows of the table are meant, of those whose applications the caller may read. */
    private Bson rowsOf(ApplicationListing listing, Caller caller) {
        Bson named = listing.namedInRows().orElseGet(() -> {
            try (Results<ApplicationSummary> found = applications.all(listing.named(), NEWEST, null)) {
                return in(
                        "_id",
                        found.next(1).stream().map(ApplicationSummary::id).toList());
            }
        });
        return and(known(listing, caller), listing.rows(), named);
    }

    private Bson wanted(ApplicationListing listing, Set<Role> roles, Caller caller) {
        return and(visible(listing, roles, caller), listing.filter(ofProgramme(listing)));
    }

    /** Nobody finds by a name what does not show it. */
    private Bson visible(ApplicationListing listing, Set<Role> roles, Caller caller) {
        boolean reviews = roles.contains(Role.REVIEWER) && caller.is(Role.REVIEWER);
        List<String> blind = reviews && listing.isByName() ? calls.blind() : List.of();
        if (blind.isEmpty()) {
            return Visibility.filter(caller, roles);
        }
        Set<Role> others = EnumSet.copyOf(roles);
        others.remove(Role.REVIEWER);
        others.retainAll(caller.roles());
        Bson seen = and(Visibility.filter(caller, EnumSet.of(Role.REVIEWER)), nin("call.id", blind));
        return others.isEmpty() ? seen : or(seen, Visibility.filter(caller, others));
    }

    private List<String> ofProgramme(ApplicationListing listing) {
        return listing.isOfOneProgramme() ? calls.ofProgramme(listing.programmeId()) : List.of();
    }

    /** Which of the documents that hold secrets the caller may read. */
    private Bson known(ApplicationListing listing, Caller caller) {
        Bson provider = caller.is(Role.AUDITOR)
                ? empty()
                : caller.is(Role.COORDINATOR)
                        ? eq("provider", String.valueOf(caller.organization()))
                        : in("_id", List.of());
        Bson call = listing.ofCalls("callId", ofProgramme(listing));
        // Neither a row nor a cursor may tell anybody of their own application.
        Bson others = caller.is(Role.STUDENT) ? nin("_id", own(caller)) : empty();
        return and(provider, call, others);
    }

    private List<String> own(Caller caller) {
        try (Results<ApplicationSummary> own = applications.all(eq("student.id", caller.id()), NEWEST, null)) {
            return own.next(OWN_AT_MOST).stream().map(ApplicationSummary::id).toList();
        }
    }
}
