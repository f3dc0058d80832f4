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
        OpenCall call = OpenCall.by(
                people.coordinator("coordinator"), people.students("scout", 1).getFirst());
        List<Applicant> early = applicants("early", WARM_UP, call);
        List<Applicant> applicants = applicants("student", asked.count(), call);
        phase.warmUp(WARM_UP, number -> early.get(number).start());

        phase.measure("starts", number -> applicants.get(number).start());
    }

    private List<Applicant> applicants(String prefix, int count, OpenCall call) {
        return people.students(prefix, count).stream()
                .map(student -> new Applicant(student, call))
                .toList();
    }
}
