package org.yol.bench;

import java.util.List;

/** Everybody starts an application: the first minute of a call. */
final class Starts {

    private static final int WARM_UP = 200;

    private final CommandLine asked;
    private final People people;
    private final Phase phase;

    Starts(CommandLine asked, People people, Processes processes) {
        this.asked = asked;
        this.people = people;
        this.phase = new Phase(asked, processes);
    }

    void measure() {
        OpenCall call = OpenCall.by(people);
        List<Applicant> early = people.applicants("early", WARM_UP, call);
        List<Applicant> applicants = people.applicants("student", asked.count(), call);
        phase.warmUp(WARM_UP, number -> early.get(number).start());

        phase.measure("starts", number -> applicants.get(number).start());
    }
}
