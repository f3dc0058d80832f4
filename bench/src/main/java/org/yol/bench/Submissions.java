package org.yol.bench;

import java.time.Duration;
import java.util.List;

/** Everybody submits: the hour before a deadline. Afterwards, whether everybody got what they were promised. */
final class Submissions {

    private static final int WARM_UP = 200;
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(2);

    private final CommandLine asked;
    private final People people;
    private final Http http;
    private final Phase phase;

    Submissions(CommandLine asked, People people, Processes processes, Http http) {
        this.asked = asked;
        this.people = people;
        this.http = http;
        this.phase = new Phase(asked, processes);
    }

    void measure() {
        OpenCall call = OpenCall.by(people);
        List<Applicant> early = people.applicants("early", WARM_UP, call);
        List<Applicant> applicants = people.applicants("student", asked.count(), call);
        phase.warmUp(WARM_UP, number -> {
            complete(early.get(number));
            early.get(number).submit();
        });
        phase.warmUp(asked.count(), number -> applicants.get(number).arrive());

        phase.measure("complete drafts (start, fill in, upload)", number -> complete(applicants.get(number)));
        phase.measure("submissions", number -> applicants.get(number).submit());
        System.out.printf("requests without an answer, sent again: %d%n", http.repeated());
        check(applicants);
    }

    private static void complete(Applicant applicant) {
        applicant.start();
        applicant.fillIn();
        applicant.upload();
    }

    private void check(List<Applicant> applicants) {
        List<Applicant> answered =
                applicants.stream().filter(Applicant::hasReceipt).toList();
        long kept = answered.parallelStream().filter(Applicant::isReceiptKept).count();
        System.out.printf("receipts: %d answered, %d kept, %d lost%n", answered.size(), kept, answered.size() - kept);
        long limit = System.nanoTime() + TOLD_WITHIN.toNanos();
        List<Long> messages = messages(answered);
        while (messages.contains(0L) && System.nanoTime() < limit) {
            messages = messages(answered);
        }
        System.out.printf(
                "messages: %d told once, %d not told, %d told more than once%n",
                messages.stream().filter(count -> count == 1).count(),
                messages.stream().filter(count -> count == 0).count(),
                messages.stream().filter(count -> count > 1).count());
    }

    private static List<Long> messages(List<Applicant> applicants) {
        return applicants.parallelStream().map(Applicant::messages).toList();
    }
}
