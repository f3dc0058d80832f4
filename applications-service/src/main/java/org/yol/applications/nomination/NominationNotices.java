package org.yol.applications.nomination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallHeard;
import org.yol.applications.call.Calls;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/** Tells authorities that candidates wait for them. Who acts for an authority is known to whoever writes to people. */
@Component
class NominationNotices {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AggregateCollection<NominationNotice> notices;
    private final Nominations nominations;
    private final Applications applications;
    private final Calls calls;
    private final Clock clock;

    NominationNotices(
            AggregateCollections collections,
            Nominations nominations,
            Applications applications,
            Calls calls,
            Clock clock) {
        this.notices = collections.open("nomination-notices", NominationNotice.class, List.of());
        this.nominations = nominations;
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
        notices.work(WorkPlan.of(NominationNotice.TELLING), this::look);
    }

    /** Deadlines are stated, moved for everybody or for some, and brought forward. */
    @EventListener
    void on(CallHeard heard) {
        calls.find(heard.callId()).filter(Call::isForNominated).ifPresent(call -> {
            notices.begin(
                    NominationNotice.none(call.id()), RequestIdentity.ofCause("nominations of a call", call.id()));
            notices.change(call.id(), notice -> notice.planned(call));
        });
    }

    private Outcome look(NominationNotice notice, Claim claim) {
        Instant now = clock.instant();
        Optional<Call> known = calls.find(notice.id());
        if (known.isEmpty()) {
            return Outcome.again(now.plus(PAUSE));
        }
        Call call = known.get();
        List<String> wanting = notice.over(call, now).stream()
                .filter(country -> isWanting(call.id(), country))
                .toList();
        notices.change(claim, current -> current.looked(call, wanting, now));
        return Outcome.WRITTEN;
    }

    private boolean isWanting(String callId, String country) {
        return !nominations.get(callId, country).isSent() && applications.countUnnominated(callId, country) > 0;
    }
}
