package org.yol.applications.decision;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.place.Places;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.CausedChange;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Summaries;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Schedule;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The decisions, and the steps that lead from each to seats and to the student. */
@Component
@Order(40)
public class Decisions implements PersonalData {

    private static final Duration TIME_FOR_MANY = Duration.ofMinutes(1);

    private final PersonalCollection<Decision> decisions;
    private final PersonalCollection.Work seating;
    private final PersonalCollection.Work announcing;
    private final PersonalCollection.Work listing;
    private final Applications applications;
    private final Places places;
    private final Calls calls;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(
            PersonalDatabases databases,
            Applications applications,
            Places places,
            Calls calls,
            Clock clock,
            ApplicationEventPublisher events) {
        this.decisions = databases.open(
                "decisions",
                Decision.class,
                List.of(
                        newestFirst("callId", "choice.outcome"),
                        newestFirst("provider", "choice.outcome"),
                        newestFirst("choice.outcome")));
        this.applications = applications;
        this.places = places;
        this.calls = calls;
        this.clock = clock;
        this.events = events;
        this.seating = decisions.work(WorkPlan.of(Decision.SEATING), this::seat);
        this.announcing = decisions.work(WorkPlan.of(Decision.ANNOUNCING), this::announce);
        this.listing = decisions.work(WorkPlan.of(Decision.LISTING), this::list);
    }

    private static IndexModel newestFirst(String... equal) {
        return new IndexModel(compoundIndex(ascending(equal), descending("choice.at", "_id")));
    }

    /** The decision on an application; empty when nothing was ever decided. */
    public Optional<Decision> find(String applicationId) {
        return decisions.find(applicationId);
    }

    /** The decisions on these applications, by application. */
    public Map<String, Decision> find(Collection<String> applicationIds) {
        return decisions.find(applicationIds);
    }

    /**
     * Makes or changes many decisions, each once for its cause; see {@link AggregateCollection#changeAll}. Whoever asks
     * does the next steps for all of them; what they leave is done a minute later.
     */
    Map<String, Decision> changeAll(List<CausedChange<Decision>> changes) {
        return decisions.changeAll(changes.stream()
                .map(change -> new CausedChange<>(change.known(), change.cause(), later(listed(change.operation()))))
                .toList());
    }

    private Function<Decision, Change<Decision>> later(Function<Decision, Change<Decision>> operation) {
        return decision -> {
            Change<Decision> change = operation.apply(decision);
            for (Schedule next : change.due()) {
                change = next.at() == null
                        ? change
                        : change.due(next.work(), next.at().plus(TIME_FOR_MANY));
            }
            return change;
        };
    }

    /** The students of many decisions were told, and whoever lists them hears of that from their applications. */
    void announced(Collection<Decision> told) {
        decisions.settleAll(told, List.of(Decision.ANNOUNCING, Decision.LISTING));
    }

    /** The decisions in lists. */
    public Summaries<Decision> summaries() {
        return decisions.summaries();
    }

    /**
     * Changes a decision, or makes the first one, and does the steps that follow from it.
     *
     * @param repeated whether the request says of itself that it may come again; else only the first decision is known
     *     again by what it says
     * @throws Refused no-seats-left when it wants a seat and there is none; stale-version
     */
    Decision choose(
            Decision none,
            ExpectedVersion expected,
            RequestIdentity request,
            boolean repeated,
            Choice choice,
            Function<Decision, Change<Decision>> operation) {
        AggregateCollection<Decision> own = decisions.of(none.id());
        Decision chosen = repeated && expected.version() > 0 && find(none.id()).isPresent()
                ? own.change(none.id(), Guard.none(), expected, request, listed(operation))
                : own.put(none, expected, request, known -> known.says(choice), listed(operation));
        if (!chosen.seating().isOver()) {
            seating.performNow(chosen.id());
        }
        listing.performNow(chosen.id());
        if (chosen.seating().isOver() && chosen.seating().refused() == null) {
            return chosen;
        }
        Decision seated = find(chosen.id()).orElseThrow();
        if (seated.seating().refused() != null) {
            throw new Refused(
                    Places.NO_SEATS_LEFT,
                    place(chosen.callId(), seated.seating().refused()).seats());
        }
        if (!seated.says(choice)) {
            // The student has withdrawn in the meantime, or a colleague has decided.
            throw new Refused(Problem.STALE_VERSION);
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
                decisions.of(applicationId).change(applicationId, Guard.none(), expected, request, listed(operation));
        announcing.performNow(applicationId);
        listing.performNow(applicationId);
        return published;
    }

    /**
     * Decides by a selection and tells the student, in one go. May come again, also after half of it.
     *
     * @param cause the selection's word on this application
     * @return whether it stands; not when there was no seat, or the student has gone in the meantime
     */
    public boolean allot(Application application, Allotment allotment, RequestIdentity cause) {
        Decision none = Decision.none(
                application.id(), application.call().id(), application.call().provider());
        if (hasBetter(application, allotment.placeId())) {
            return false;
        }
        AggregateCollection<Decision> own = decisions.of(application.id());
        own.begin(none, RequestIdentity.ofCause("decision", application.id()));
        if (find(application.id()).filter(Decision::givesWay).isPresent()) {
            announcing.performNow(application.id());
            seating.performNow(application.id());
        }
        Choice choice = allotment.choice();
        own.change(
                application.id(),
                cause.part("choice"),
                listed(decision -> decision.allot(
                        allotment, new Basis(application.receiptId(), application.version()), clock.instant())));
        seating.performNow(application.id());
        boolean stands = find(application.id())
                .filter(decision -> decision.seating().wanted() == null && decision.says(choice))
                .isPresent();
        if (stands) {
            own.change(
                    application.id(),
                    cause.part("publication"),
                    listed(decision -> decision.publication() == null
                            ? decision.publish(application.receiptId(), allotment.answerBy(), clock.instant())
                            : Change.silent(decision)));
            announcing.performNow(application.id());
            // What was offered before gives its seat back once the student knows.
            seating.performNow(application.id());
        }
        listing.performNow(application.id());
        return stands
                && find(application.id())
                        .filter(decision -> decision.says(choice))
                        .isPresent();
    }

    /** Whether somebody holds an offer that is worth more to them: what a coordinator offered by hand meanwhile. */
    private static boolean hasBetter(Application application, String placeId) {
        return application.state() == ApplicationState.OFFERED
                && !application.offer().placeId().equals(placeId)
                && (placeId == null || !application.prefers(placeId));
    }

    /**
     * The student has withdrawn, declined or let the offer pass: the seat is free.
     *
     * @param happenedAt version of the application with which that happened
     */
    void end(String applicationId, RequestIdentity cause, long happenedAt) {
        if (find(applicationId).isPresent()) {
            decisions
                    .of(applicationId)
                    .change(applicationId, cause, listed(decision -> decision.ended(happenedAt, clock.instant())));
            seating.performNow(applicationId);
            listing.performNow(applicationId);
        }
    }

    /**
     * Takes the seat that is wanted and gives back those that are not. May come twice, or late: seats know which
     * version of the decision they were given to.
     */
    private Outcome seat(Decision decision, Claim claim) {
        Optional<Application> gone = applications.find(decision.id()).filter(application -> !mayBeSeated(application));
        if (gone.isPresent() && decision.seating().wanted() != null) {
            // Accepted what was offered before, or withdrawn before the decision was there to hear of it.
            step(
                    decision,
                    current -> gone.get().isAnswered(OfferAnswer.ACCEPTED)
                            ? current.accepted(clock.instant())
                            : current.ended(gone.get().version(), clock.instant()));
            return Outcome.WRITTEN;
        }
        Call call = calls.get(decision.callId());
        boolean seated = takeSeat(decision, call);
        Set<String> kept = decision.kept(seated);
        decision.freed(seated).forEach(place -> places.release(call, place, kept, decision.id(), decision.version()));
        step(decision, current -> seated ? current.seated(clock.instant()) : current.unseated());
        return Outcome.WRITTEN;
    }

    /** A step from one version on: decided again in the meantime, there is a step of its own for that. */
    private void step(Decision from, Function<Decision, Change<Decision>> operation) {
        decisions
                .of(from.id())
                .change(
                        from.id(),
                        listed(current -> current.version() == from.version()
                                ? operation.apply(current)
                                : Change.silent(current)));
    }

    /** What becomes of a decision shows in lists of others too, in a step of its own. */
    private Function<Decision, Change<Decision>> listed(Function<Decision, Change<Decision>> operation) {
        return decision -> {
            Change<Decision> change = operation.apply(decision);
            return change.state().equals(decision) ? change : change.then(Decision.LISTING, clock.instant());
        };
    }

    private Outcome list(Decision decision, Claim claim) {
        events.publishEvent(new Decided(decision.id()));
        return Outcome.DONE;
    }

    /** Somebody who has been offered a place and has not answered may be offered a better one. */
    static boolean mayBeSeated(Application application) {
        return application.isDecidable() || application.state() == ApplicationState.OFFERED;
    }

    private boolean takeSeat(Decision decision, Call call) {
        Choice wanted = decision.seating().wanted();
        if (wanted == null || wanted.placeId() == null) {
            return true;
        }
        try {
            places.take(call, wanted.placeId(), decision.id(), decision.version());
            return true;
        } catch (Refused refused) {
            if (refused.problem().equals(Places.NO_SEATS_LEFT)) {
                return false;
            }
            throw refused;
        }
    }

    private Outcome announce(Decision decision, Claim claim) {
        if (decision.choice() == null || decision.publication() == null) {
            return Outcome.DONE;
        }
        Application told = applications.change(decision.id(), causeOfAnnouncing(decision), announcing(decision));
        if (!decision.givesWay()) {
            return Outcome.DONE;
        }
        String offered = told.offer() == null ? null : told.offer().placeId();
        step(decision, current -> current.told(offered, clock.instant()));
        return Outcome.WRITTEN;
    }

    /** The word on telling a student: of each version of a decision once. */
    static RequestIdentity causeOfAnnouncing(Decision decision) {
        return RequestIdentity.ofCause("announcement", decision.id(), Long.toString(decision.version()));
    }

    /** Tells the student of a decision that is published, unless they have handed in something else since. */
    Function<Application, Change<Application>> announcing(Decision decision) {
        Choice choice = decision.choice();
        Publication publication = decision.publication();
        String name = choice.placeId() == null
                ? null
                : place(decision.callId(), choice.placeId()).hostName();
        Announcement announcement = Announcement.of(
                choice.outcome(), choice.placeId(), choice.reason(), publication.at(), choice.selectionId());
        return application -> decision.basis().submission().equals(application.receiptId())
                ? application.announce(announcement, name, publication.answerBy())
                : Change.silent(application);
    }

    /** What was decided when stays. Why, in words that may name the person, goes. */
    @Override
    public void erase(Person person) {
        decisions
                .find(person.applications())
                .keySet()
                .forEach(id -> decisions.of(id).change(id, Decision::withoutWords));
    }

    private Place place(String callId, String placeId) {
        Call call = calls.get(callId);
        return call.place(placeId)
                .orElseThrow(() -> new IllegalStateException("No place " + placeId + " in " + callId));
    }
}
