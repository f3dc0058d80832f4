package org.yol.notifications.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.contracts.PersonErased;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.PerishableDocuments;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Schedule;
import org.yol.platform.due.WorkPlan;

/**
 * Erases what somebody was told, and where. Events of the same person's applications are in other partitions, and may
 * be late: so it looks again for a day.
 */
@Component
class Farewells {

    private static final Duration LATEST = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final PerishableDocuments<Farewell> farewells;
    private final Messages messages;
    private final Recipients recipients;
    private final Clock clock;
    private final DueWork erasing;

    Farewells(AggregateCollections collections, Messages messages, Recipients recipients, Clock clock) {
        this.farewells = collections.openPerishable("farewells", Farewell.class, List.of());
        this.messages = messages;
        this.recipients = recipients;
        this.clock = clock;
        this.erasing = farewells.work(WorkPlan.of(Farewell.ERASING), this::erase);
    }

    /** In the thread that hears of it: the event counts as handled only when this is written. */
    void keep(PersonErased erased) {
        recipients.forget(erased.account());
        // One of a day ago knows of less.
        farewells.remove(erased.account());
        farewells.keep(new Farewell(erased.account(), erased.at()), new Schedule(Farewell.ERASING, clock.instant()));
        erasing.nudge(erased.account());
    }

    private Outcome erase(Farewell farewell, Claim claim) {
        messages.eraseUntil(farewell.id(), farewell.at());
        Instant now = clock.instant();
        if (now.isBefore(farewell.at().plus(LATEST))) {
            return Outcome.again(now.plus(PAUSE));
        }
        farewells.remove(claim);
        return Outcome.WRITTEN;
    }
}
