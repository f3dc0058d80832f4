package org.yol.applications.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.roster.RosterCounts;
import org.yol.applications.roster.RosterCounts.CallToDo;
import org.yol.platform.access.Caller;

/** What coordinators still have to do with applications. */
@Component
class WorkLeft {

    private final RosterCounts counts;
    private final Calls calls;

    WorkLeft(RosterCounts counts, Calls calls) {
        this.counts = counts;
        this.calls = calls;
    }

    /** Call by call, the one that closes first first. */
    List<CallWork> of(Caller caller) {
        List<CallToDo> left = counts.left(String.valueOf(caller.organization()));
        Map<String, Call> known = calls.get(left.stream().map(CallToDo::callId).toList());
        return left.stream()
                .map(each -> work(each, known.get(each.callId())))
                .sorted(Comparator.comparing(CallWork::closes, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(CallWork::callId))
                .toList();
    }

    private static CallWork work(CallToDo left, Call call) {
        return call == null
                ? new CallWork(left.callId(), null, null, null, null, left.todo())
                : new CallWork(
                        call.id(),
                        call.programmeId(),
                        call.title(),
                        call.deadline(null).shown().toOffsetDateTime(),
                        call.zone(),
                        left.todo());
    }
}
