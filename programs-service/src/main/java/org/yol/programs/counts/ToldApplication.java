package org.yol.programs.counts;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;

/**
 * An application as an event tells of it.
 *
 * @param country two capital letters, or {@link CallCount#UNKNOWN}
 * @param reached how far it has come, whatever became of it then
 * @param since when it came into its state; null where it was not told
 * @param movement of an exchange; null elsewhere, and where no place is offered
 */
record ToldApplication(
        String id,
        long seq,
        String callId,
        ApplicationState state,
        String country,
        ApplicationState reached,
        Instant since,
        Movement movement) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** @throws NullPointerException when it says of no application or no call */
    static ToldApplication of(ApplicationEvent.Subject subject, long seq) {
        return new ToldApplication(
                Objects.requireNonNull(subject.applicationId(), "no application"),
                seq,
                Objects.requireNonNull(subject.callId(), "no call"),
                subject.state(),
                subject.country() != null && COUNTRY.matcher(subject.country()).matches()
                        ? subject.country()
                        : CallCount.UNKNOWN,
                subject.reached() == null ? subject.state() : subject.reached(),
                subject.since(),
                Movement.of(subject).orElse(null));
    }

    /** What of it is counted: what was taken back before the call closed only as begun. */
    CountedApplication counted(ClosingTimes closing) {
        boolean takenBack = state == ApplicationState.WITHDRAWN && !wasInAtTheClose(closing);
        Stage stage = takenBack ? Stage.STARTED : Stage.of(reached);
        boolean moves = movement != null && stage.compareTo(Stage.SELECTED) >= 0;
        return new CountedApplication(id, seq, callId, state, country, stage, moves ? movement.toString() : null);
    }

    private boolean wasInAtTheClose(ClosingTimes closing) {
        return reached != ApplicationState.DRAFT
                && since != null
                && closing.of(callId, country)
                        .filter(end -> !since.isBefore(end))
                        .isPresent();
    }
}
