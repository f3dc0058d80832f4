package org.yol.applications.decision;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.place.Places;
import org.yol.contracts.CallPublished.Place;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Refused;

/** The decisions, and the steps that lead from each to seats and to the student. */
@Component
public class Decisions {

    private final PersonalCollection<Decision> decisions;
    private final PersonalCollection.Work seating;
    private final PersonalCollection.Work announcing;
    private final Applications applications;
    private final Places places;
    private final Calls calls;

    Decisions(PersonalDatabases databases, Applications applications, Places places, Calls calls) {
        this.decisions = databases.open(
                "decisions",
                Decision.class,
                List.of(new IndexModel(compoundIndex(
                        ascending("provider", "callId", "choice.outcome"), descending("choice.at", "_id")))));
        this.applications = applications;
        this.places = places;
        this.calls = calls;
        this.seating = decisions.work(WorkPlan.of(Decision.SEATING), this::seat);
        this.announcing = decisions.work(WorkPlan.of(Decision.ANNOUNCING), this::announce);
    }

    /** The decision on an application; empty when nothing was ever decided. */
    public Optional<Decision> find(String applicationId) {
        return decisions.find(applicationId);
    }

    /** The decisions on these applications, by application. */
    public Map<String, Decision> find(Collection<String> applicationIds) {
        return decisions.find(applicationIds);
    }

    /** A page of those a filter allows, the last decided first. */
    public Page<Decision> newestFirst(Bson filter, PageRequest request) {
        return decisions.page(filter, Sorting.descending("choice.at"), request, List.of());
    }

    /**
     * Changes a decision, or makes the first one, and does the steps that follow from it.
     *
     * @throws Refused no-seats-left when it wants a seat and there is none; stale-version
     */
    Decision choose(
            Decision none,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Decision, Change<Decision>> operation) {
        Decision chosen = decisions.of(none.id()).put(none, expected, request, operation);
        if (!chosen.isSeating()) {
            return chosen;
        }
        seating.performNow(chosen.id());
        Decision seated = find(chosen.id()).orElseThrow();
        if (seated.refused() != null) {
            throw new Refused(
                    Places.NO_SEATS_LEFT,
                    place(chosen.callId(), seated.refused()).seats());
        }
        return seated;
    }

    /** Publishes a decision and tells the student. */
    Decision publish(
            String applicationId,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Decision, Change<Decision>> operation) {
        Decision published =
                decisions.of(applicationId).change(applicationId, Guard.none(), expected, request, operation);
        announcing.performNow(applicationId);
        return published;
    }

    /**
     * The student has withdrawn, declined or let the offer pass: the seat is free.
     *
     * @param happenedAt version of the application with which that happened
     */
    void end(String applicationId, RequestIdentity cause, long happenedAt, Instant now) {
        if (find(applicationId).isPresent()) {
            decisions.of(applicationId).change(applicationId, cause, decision -> decision.ended(happenedAt, now));
            seating.performNow(applicationId);
        }
    }

    /**
     * Takes the seat that is wanted and gives back those that are not. May come twice, or late: seats know which
     * version of the decision they were given to.
     */
    private Outcome seat(Decision decision, Claim claim) {
        boolean seated = takeSeat(decision);
        Stream<String> freed = seated && decision.wanted() != null
                ? Stream.concat(decision.frees().stream(), Stream.ofNullable(decision.seat()))
                : decision.frees().stream();
        freed.filter(place -> !seated
                        || decision.wanted() == null
                        || !place.equals(decision.wanted().placeId()))
                .forEach(place -> places.release(decision.callId(), place, decision.id(), decision.version()));
        decisions.of(decision.id()).change(decision.id(), current -> {
            if (current.version() != decision.version()) {
                // Decided again in the meantime, which is a step of its own.
                return Change.silent(current);
            }
            return seated ? current.seated() : current.unseated();
        });
        return Outcome.DONE;
    }

    private boolean takeSeat(Decision decision) {
        Choice wanted = decision.wanted();
        if (wanted == null || wanted.placeId() == null) {
            return true;
        }
        try {
            int seats = place(decision.callId(), wanted.placeId()).seats();
            places.take(decision.callId(), wanted.placeId(), decision.id(), decision.version(), seats);
            return true;
        } catch (Refused refused) {
            if (refused.problem().equals(Places.NO_SEATS_LEFT)) {
                return false;
            }
            throw refused;
        }
    }

    private Outcome announce(Decision decision, Claim claim) {
        Choice choice = decision.choice();
        if (choice != null && decision.isAnnounced()) {
            String name = choice.placeId() == null
                    ? null
                    : place(decision.callId(), choice.placeId()).hostName();
            Announcement announcement =
                    new Announcement(choice.outcome(), choice.placeId(), choice.reason(), decision.published());
            applications.change(
                    decision.id(),
                    RequestIdentity.ofCause("announcement", decision.id(), Long.toString(decision.version())),
                    application -> decision.submission().equals(application.receiptId())
                            ? application.announce(announcement, name, decision.answerBy())
                            : Change.silent(application));
        }
        return Outcome.DONE;
    }

    private Place place(String callId, String placeId) {
        Call call = calls.get(callId);
        return call.place(placeId)
                .orElseThrow(() -> new IllegalStateException("No place " + placeId + " in " + callId));
    }
}
