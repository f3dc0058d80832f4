package org.yol.applications.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.yol.applications.application.Applicant;
import org.yol.applications.call.Call;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallChanged;
import org.yol.contracts.Deadline;

/**
 * Who is told of a change of a call: whoever had begun to apply and is neither decided on nor withdrawn. Of a deadline,
 * only those for whom this change has set the one that holds now: when another has moved it since, they are told of
 * that.
 *
 * @param call as it is known now
 */
record Audience(CallChange change, Call call) {

    /** Until the change shows everywhere: whoever begins meanwhile may have read the page as it was before. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Set<ApplicationState> WAITING = EnumSet.of(
            ApplicationState.DRAFT,
            ApplicationState.SUBMITTED,
            ApplicationState.RETURNED,
            ApplicationState.NOMINATED,
            ApplicationState.UNDER_REVIEW);

    /** Whoever has begun later has read what it says since. */
    Instant begunUntil() {
        return change.at().plus(ON_ITS_WAY);
    }

    boolean includes(Applicant applicant, Instant now) {
        if (!WAITING.contains(applicant.state())) {
            return false;
        }
        String country = applicant.student().country();
        return switch (change.kind()) {
            case AMENDMENT -> true;
            case EXTENSION -> change.isFor(country) && givesMore(country) && holds(country, now);
            case CLOSING -> holds(country, now);
            case UNKNOWN -> false;
        };
    }

    private boolean givesMore(String country) {
        return call.deadlineBefore(change.at(), country).stated().isBefore(change.closes());
    }

    private boolean holds(String country, Instant now) {
        Deadline deadline = call.deadline(country);
        return deadline.stated().equals(change.closes()) && !deadline.hasPassed(now);
    }

    CallChanged.Applicant told(Applicant applicant) {
        return new CallChanged.Applicant(
                applicant.id(),
                applicant.student().id(),
                applicant.student().country(),
                applicant.state() != ApplicationState.DRAFT);
    }
}
