package org.yol.programs.call;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeChanged;
import org.yol.programs.programme.Programmes;

/**
 * What a published programme says is told by its calls: when it changes each of them is told once more, by the request
 * that changes it or by whoever finds it due.
 */
@Component
class ProgrammeTelling {

    private final Calls calls;
    private final Clock clock;
    private final DueWork telling;

    ProgrammeTelling(Calls calls, Programmes programmes, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        this.telling = programmes.work(WorkPlan.of(Programme.CALL_TELLING), (programme, _) -> tell(programme));
    }

    @EventListener
    void on(ProgrammeChanged changed) {
        telling.performNow(changed.programmeId());
    }

    private Outcome tell(Programme programme) {
        calls.ofProgramme(programme.id()).stream()
                .filter(Call::isPublished)
                .forEach(call -> calls.change(call.id(), current -> current.confirm(programme, clock.instant())));
        return Outcome.DONE;
    }
}
