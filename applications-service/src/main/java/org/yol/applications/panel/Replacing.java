package org.yol.applications.panel;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Considered;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.review.Review;
import org.yol.applications.review.Reviews;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;

/**
 * Asks somebody else where a reviewer cannot review, or is not to. Who that is is written down before they are asked,
 * so that a repetition asks nobody besides.
 */
@Component
class Replacing {

    private final Reviews reviews;
    private final CallPanels panels;
    private final Planning planning;
    private final Applications applications;
    private final Calls calls;
    private final Clock clock;

    Replacing(
            Reviews reviews,
            CallPanels panels,
            Planning planning,
            Applications applications,
            Calls calls,
            Clock clock) {
        this.reviews = reviews;
        this.panels = panels;
        this.planning = planning;
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
        reviews.replacing(this::replace);
    }

    private Outcome replace(Review review, Claim claim) {
        Optional<Call> call = calls.find(review.callId());
        Optional<Panel> panel = panels.find(review.callId());
        Optional<Considered> application = applications.considered(review.callId(), review.applicationId());
        // Where nobody is found, the next assignment says so.
        if (call.isPresent() && panel.isPresent() && application.isPresent()) {
            Optional.ofNullable(review.replacement())
                    .or(() -> planning.another(call.get(), panel.get(), application.get(), review.placeId()))
                    .ifPresent(other -> ask(review, other, application.get()));
        }
        return Outcome.DONE;
    }

    private void ask(Review review, String other, Considered application) {
        Review known = reviews.change(review.id(), current -> current.replacedBy(other));
        reviews.assign(
                Review.of(known.callId(), known.applicationId(), known.placeId(), other),
                blank -> blank.assign(application.receiptId(), known.further(), clock.instant()));
    }
}
