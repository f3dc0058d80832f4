package org.yol.notifications.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.PerishableDocuments;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Schedule;
import org.yol.platform.due.WorkPlan;

/**
 * Owns the collection of circulars. Who hears of one only keeps it, so that nobody's own news waits behind what
 * thousands are told.
 */
@Component
class Circulars {

    /** A hundred messages, each of which waits for a write; then somebody else writes them once more. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Few: what is written to one person comes first, and live streams and mails keep up. */
    private static final int AT_ONCE = 2;

    private final PerishableDocuments<Circular> circulars;
    private final Messages messages;
    private final Clock clock;
    private final DueWork sending;

    Circulars(AggregateCollections collections, Messages messages, Clock clock) {
        this.circulars = collections.openPerishable("circulars", Circular.class, List.of());
        this.messages = messages;
        this.clock = clock;
        this.sending = circulars.work(
                new WorkPlan(
                        Circular.SENDING,
                        LEASE,
                        AT_ONCE,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Integer.MAX_VALUE,
                        Duration.ofSeconds(1)),
                this::send);
    }

    /** Has everybody written to. One that comes again finds the messages written. */
    void keep(Circular circular) {
        circulars.keep(circular, new Schedule(Circular.SENDING, clock.instant()));
        sending.nudge(circular.id());
    }

    private Outcome send(Circular circular, Claim claim) {
        circular.messages(clock.instant()).forEach(messages::store);
        circulars.remove(claim);
        return Outcome.WRITTEN;
    }
}
