package org.yol.applications.offer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.SelectionTerms.Exclusion;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What else a student holds, and what of it has to be given up. */
@Component
class OtherPlaces {

    static final Problem HELD_ELSEWHERE = new Problem("place-held-elsewhere", 409);
    static final Problem TAKEN_UP = new Problem("place-taken-up", 409);

    /** The member of the problem details that names the other places. */
    private static final String OTHERS = "others";

    private final Applications applications;
    private final Calls calls;
    private final Clock clock;

    OtherPlaces(Applications applications, Calls calls, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
    }

    /** The other places that the student of an application holds, by offers that are open and by answers. */
    List<HeldElsewhere> besides(Application application) {
        Instant now = clock.instant();
        Optional<Call> own = calls.find(application.call().id());
        return applications.held(application.student().id()).stream()
                .filter(other -> !other.id().equals(application.id()))
                .filter(other -> other.state() != ApplicationState.OFFERED
                        || !now.isAfter(other.offer().answerBy()))
                .map(other -> seen(application, own, other))
                .toList();
    }

    private HeldElsewhere seen(Application application, Optional<Call> own, Application other) {
        Optional<Call> call = calls.find(other.call().id());
        boolean excluded = excludes(own, other) || excludes(call, application);
        return HeldElsewhere.of(other, call.map(Call::zone).orElse(null), excluded);
    }

    private static boolean excludes(Optional<Call> call, Application other) {
        return call.map(stated -> stated.selection().excludes())
                .orElse(Exclusion.NOTHING)
                .covers(other.call().programmeId());
    }

    /**
     * What is given up for the place of an application.
     *
     * @param named ids of the applications that the student names
     * @return those of them by which the student still holds a place
     * @throws Refused place-held-elsewhere where one that is excluded is not named; place-taken-up where it cannot be
     *     given up any more; field-errors for one that is not another of the student's
     */
    List<String> givenUp(Application application, List<String> named) {
        refuseOthers(application, named);
        List<HeldElsewhere> held = besides(application);
        Predicate<HeldElsewhere> isNamed = other -> named.contains(other.applicationId());
        refuse(TAKEN_UP, held, other -> other.isTakenUp() && (other.excluded() || isNamed.test(other)));
        refuse(HELD_ELSEWHERE, held, other -> other.excluded() && !isNamed.test(other));
        return held.stream().filter(isNamed).map(HeldElsewhere::applicationId).toList();
    }

    private static void refuse(Problem problem, List<HeldElsewhere> held, Predicate<HeldElsewhere> inTheWay) {
        List<HeldElsewhere> others = held.stream().filter(inTheWay).toList();
        if (!others.isEmpty()) {
            throw new Refused(problem, others.size()).naming(OTHERS, others);
        }
    }

    private void refuseOthers(Application application, List<String> named) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < named.size(); index++) {
            boolean own = !named.get(index).equals(application.id())
                    && applications
                            .find(named.get(index))
                            .filter(other -> other.student()
                                    .id()
                                    .equals(application.student().id()))
                            .isPresent();
            if (!own) {
                errors.add(FieldError.of("/givesUp/" + index, "offer.gives-up"));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }
}
