package org.yol.applications.panel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.ReviewNotice;
import org.yol.contracts.ReviewsWanted;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;

/** Has reviewers written to: two days before theirs are due, by the clock, and when a coordinator wants it. */
@Component
class Noticing {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CallPanels panels;
    private final Workload workload;
    private final Calls calls;
    private final Clock clock;

    Noticing(CallPanels panels, Workload workload, Calls calls, Clock clock) {
        this.panels = panels;
        this.workload = workload;
        this.calls = calls;
        this.clock = clock;
        panels.noticing(this::notice);
    }

    private Outcome notice(Panel panel, Claim claim) {
        Optional<Call> call = calls.find(panel.id());
        if (call.isEmpty()) {
            return Outcome.again(clock.instant().plus(PAUSE));
        }
        ReviewsWanted wanted = wanted(call.get(), panel, ReviewNotice.DUE_SOON, panel.everybody());
        panels.change(claim, current -> current.telling(wanted).settled(Panel.NOTICING));
        return Outcome.WRITTEN;
    }

    /**
     * Reminds a reviewer.
     *
     * @param reviewer null for all on the panel
     * @return who is written to
     */
    List<String> remind(Call call, String reviewer, RequestIdentity request, Caller caller) {
        List<String> reminded = new ArrayList<>();
        panels.change(call.id(), request, panel -> {
            Collection<String> asked = reviewer == null ? panel.everybody() : List.of(reviewer);
            ReviewsWanted wanted = wanted(call, panel, ReviewNotice.REMINDER, asked);
            reminded.clear();
            wanted.reviewers().forEach(each -> reminded.add(each.reviewerId()));
            return panel.telling(wanted)
                    .recording(caller.act(
                            "reviewers-reminded",
                            Role.COORDINATOR,
                            call.id(),
                            Map.of("reviewer", Objects.requireNonNullElse(reviewer, "all"))));
        });
        return List.copyOf(reminded);
    }

    private ReviewsWanted wanted(Call call, Panel panel, ReviewNotice notice, Collection<String> reviewers) {
        return new ReviewsWanted(call.id(), call.title(), notice, panel.dueBy(), workload.open(call.id(), reviewers));
    }
}
