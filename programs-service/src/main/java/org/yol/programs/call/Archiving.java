package org.yol.programs.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.Programmes;

/**
 * Coordinators put away what is over: a call, or a programme with all of its calls. It is still read at its address,
 * and its numbers count on. A draft that was never public may be put away at any time. What was put away can be taken
 * back.
 */
@Service
class Archiving {

    private final Calls calls;
    private final Programmes programmes;
    private final ApplicationCounts counts;
    private final Clock clock;

    Archiving(Calls calls, Programmes programmes, ApplicationCounts counts, Clock clock) {
        this.calls = calls;
        this.programmes = programmes;
        this.counts = counts;
        this.clock = clock;
    }

    Call archiveCall(
            String id, ArchiveRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Guard<Call> guard = Calls.own(coordinator);
        guard.check(calls.get(id));
        int waiting = counts.waiting(List.of(id));
        Amendment amendment = amendment(request, coordinator);
        return calls.change(id, guard, seen, identity, call -> call.archive(amendment, waiting));
    }

    Programme archiveProgramme(
            String id, ArchiveRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Guard<Programme> guard = Programmes.own(coordinator);
        guard.check(programmes.get(id));
        Amendment amendment = amendment(request, coordinator);
        List<Call> published =
                calls.ofProgramme(id).stream().filter(Call::isPublished).toList();
        published.forEach(call -> call.refuseUnlessOver(amendment.at()));
        Call.refuseWhile(counts.waiting(published.stream().map(Call::id).toList()));
        return programmes.archive(id, guard, seen, identity, amendment);
    }

    Call takeCallBack(
            String id, ArchiveRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Guard<Call> guard = Calls.own(coordinator);
        Call before = calls.get(id);
        guard.check(before);
        Programme programme = programmes.get(before.programmeId());
        Amendment amendment = amendment(request, coordinator);
        return calls.change(id, guard, seen, identity, call -> call.takeBack(amendment, programme));
    }

    Programme takeProgrammeBack(
            String id, ArchiveRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Guard<Programme> guard = Programmes.own(coordinator);
        guard.check(programmes.get(id));
        return programmes.takeBack(id, guard, seen, identity, amendment(request, coordinator));
    }

    private Amendment amendment(ArchiveRequest request, Caller coordinator) {
        Instant now = clock.instant();
        return new Amendment(now, coordinator.id(), request.reason());
    }
}
