package org.yol.applications.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yol.applications.application.CallFacts.PlaceView;
import org.yol.applications.application.Student;
import org.yol.applications.call.Call;

/**
 * The panel of a call as coordinators of its programme and auditors see it.
 *
 * @param version to be stated, as {@code If-Match}, by who sets it; 0 while nothing was set
 * @param set whether anybody is on it: then only those review who are asked to
 * @param reviews how many each application needs at each of its places
 * @param blind whether reviewers are not shown who applies
 * @param spread from how many points between two reviewers {@code /spreads} lists an application
 * @param dueBy when reviews are due; null while no date is set
 */
record PanelView(
        String callId,
        Map<String, String> programmeTitle,
        long version,
        boolean set,
        int reviews,
        boolean blind,
        BigDecimal spread,
        Instant dueBy,
        List<PanelPlace> places,
        AssignmentView assignment) {

    /**
     * A place of the call.
     *
     * @param reviewers accounts of those on the panel
     * @param candidates everybody known of its university, those on the panel among them
     */
    record PanelPlace(PlaceView place, List<String> reviewers, List<Candidate> candidates) {}

    /** @param seen the last day they were here */
    record Candidate(String id, String name, LocalDate seen) {}

    /**
     * How far the assignment is.
     *
     * @param state {@code none}, {@code running}, {@code finished}
     * @param at when it was last asked for; null without
     * @param by account of who asked
     * @param done how many reviews are assigned or made of {@code all} that can be; both 0 while that is worked out
     * @param lacking how many applications have too few reviewers without a conflict of interest
     * @param problems the first thousand of these
     * @param excluded how often somebody on the panel may not review an application
     * @param exclusions the first thousand of these
     */
    record AssignmentView(
            String state,
            Instant at,
            String by,
            boolean rebalance,
            int done,
            int all,
            Instant finishedAt,
            int lacking,
            List<ProblemView> problems,
            int excluded,
            List<ExclusionView> exclusions) {

        /**
         * The view of an assignment.
         *
         * @param students who applies, by application
         * @param names of reviewers, by account
         */
        static AssignmentView of(AssignmentRun run, Map<String, Student> students, Map<String, String> names) {
            return new AssignmentView(
                    run.at() == null ? "none" : run.isUnderWay() ? "running" : "finished",
                    run.at(),
                    run.by(),
                    run.rebalance(),
                    run.done(),
                    run.all(),
                    run.finishedAt(),
                    run.lacking(),
                    run.problems().stream()
                            .map(problem -> new ProblemView(
                                    problem.applicationId(),
                                    students.get(problem.applicationId()),
                                    problem.placeId(),
                                    problem.missing()))
                            .toList(),
                    run.excluded(),
                    run.exclusions().stream()
                            .map(barred -> new ExclusionView(
                                    barred.applicationId(),
                                    students.get(barred.applicationId()),
                                    barred.reviewer(),
                                    names.get(barred.reviewer()),
                                    barred.why()))
                            .toList());
        }
    }

    /**
     * An application that has too few reviewers without a conflict of interest.
     *
     * @param student who applies; null where it is not there any more
     * @param missing how many it lacks, 1 or more
     */
    record ProblemView(String applicationId, Student student, String placeId, int missing) {}

    /**
     * Somebody on the panel who may not review an application.
     *
     * @param student who applies; null where it is not there any more
     * @param reviewerName null where the account is not known any more
     */
    record ExclusionView(
            String applicationId, Student student, String reviewer, String reviewerName, AssignmentRun.Why why) {}

    static PanelView of(Panel panel, Call call, List<Reviewer> known, AssignmentView assignment) {
        Map<String, List<String>> reviewers = panel.reviewers();
        return new PanelView(
                call.id(),
                call.title(),
                panel.version(),
                panel.isSet(),
                call.selection().reviewing().reviews(),
                call.selection().reviewing().blind(),
                call.selection().reviewing().spread(),
                panel.dueBy(),
                call.places().stream()
                        .map(place -> new PanelPlace(
                                PlaceView.of(place),
                                reviewers.getOrDefault(place.id(), List.of()),
                                known.stream()
                                        .filter(each -> place.hostId().equals(each.organization()))
                                        .map(each -> new Candidate(each.id(), each.name(), each.seen()))
                                        .toList()))
                        .toList(),
                assignment);
    }
}
