package org.yol.applications.offer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Elsewhere;
import org.yol.applications.offer.Acceptance.Wanted;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Accepts places. What is wanted is written down, then accepted, and only then the others are given up: so a student
 * has one of them at every moment, and in the end those that were chosen. Each step knows what it was caused by, so
 * whoever comes by may do it, many at once even.
 */
@Component
@Order(45)
class Acceptances implements PersonalData {

    /** More acceptances of one student are not under way at once, but by those who try it. */
    private static final int TRIES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Acceptances.class);

    private final AggregateCollection<Acceptance> acceptances;
    private final Applications applications;
    private final Clock clock;

    Acceptances(AggregateCollections collections, Applications applications, Clock clock) {
        this.acceptances = collections.open("acceptances", Acceptance.class, List.of());
        this.applications = applications;
        this.clock = clock;
        acceptances.work(WorkPlan.of(Acceptance.ACCEPTING), (acceptance, _) -> {
            finish(acceptance);
            return Outcome.WRITTEN;
        });
    }

    /**
     * Accepts a place for a student. Whoever asks again for what they have is answered with that.
     *
     * @param application reads it anew, as its student may see it
     * @param checked refuses what may not be accepted, or tells what is to be done; called while nothing else of this
     *     student is under way
     * @throws Refused whatever {@code checked} refuses; stale-version
     */
    Application accept(String account, Supplier<Application> application, Check checked) {
        for (int tries = 0; tries < TRIES; tries++) {
            finish(begin(account, application, checked));
            Application after = application.get();
            if (after.isAnswered(OfferAnswer.ACCEPTED)) {
                return after;
            }
        }
        throw new Refused(Problem.STALE_VERSION);
    }

    /** Writes down what is wanted, unless something else of this student is under way: then that comes first. */
    Acceptance begin(String account, Supplier<Application> application, Check checked) {
        Acceptance none = Acceptance.none(account);
        acceptances.begin(none, RequestIdentity.ofCause("acceptance", none.id()));
        return acceptances.change(none.id(), current -> {
            Application seen = application.get();
            return current.isFree() && !seen.isAnswered(OfferAnswer.ACCEPTED)
                    ? current.want(checked.of(seen))
                    : Change.silent(current);
        });
    }

    /** What is to be done so that a place is accepted. */
    @FunctionalInterface
    interface Check {

        /** @throws Refused when it may not be accepted */
        Wanted of(Application application);
    }

    private void finish(Acceptance acceptance) {
        if (acceptance.isFree()) {
            return;
        }
        Wanted wanted = acceptance.wanted();
        if (isAccepted(wanted)) {
            Elsewhere kept =
                    Elsewhere.of(applications.find(wanted.applicationId()).orElseThrow());
            wanted.givesUp()
                    .forEach(id -> applications.changeForStudent(
                            id,
                            RequestIdentity.ofCause("given up", acceptance.id(), Long.toString(acceptance.version())),
                            other -> other.giveUp(kept, clock.instant())));
        }
        acceptances.change(
                acceptance.id(),
                current -> current.version() == acceptance.version() ? current.over() : Change.silent(current));
    }

    /**
     * Whether it is accepted now: something may have become of it since it was looked at, and then nothing is given up.
     */
    private boolean isAccepted(Wanted wanted) {
        List<Elsewhere> givenUp = applications.find(wanted.givesUp()).values().stream()
                .filter(Application::isHeld)
                .map(Elsewhere::of)
                .toList();
        try {
            return applications
                    .changeForStudent(wanted.applicationId(), wanted.request(), application -> {
                        if (application.version() != wanted.applicationVersion()) {
                            throw new Refused(Problem.STALE_VERSION);
                        }
                        return application.answerOffer(OfferAnswer.ACCEPTED, givenUp, ZoneOffset.UTC, wanted.at());
                    })
                    .isAnswered(OfferAnswer.ACCEPTED);
        } catch (Refused refused) {
            LOG.debug("{} is not accepted after all", wanted.applicationId(), refused);
            return false;
        }
    }

    @Override
    public void erase(Person person) {
        acceptances.remove(Acceptance.idOf(person.account()));
    }
}
