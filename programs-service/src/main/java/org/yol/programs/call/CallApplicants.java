package org.yol.programs.call;

import org.springframework.stereotype.Component;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.programme.Applicants;

/** Who applies to a programme are those who apply to its calls. */
@Component
class CallApplicants implements Applicants {

    private final Calls calls;
    private final ApplicationCounts counts;

    CallApplicants(Calls calls, ApplicationCounts counts) {
        this.calls = calls;
        this.counts = counts;
    }

    @Override
    public boolean haveBegun(String programmeId) {
        return counts.of(calls.ofProgramme(programmeId).stream().map(Call::id).toList()).values().stream()
                .anyMatch(count -> count.started() > 0);
    }
}
