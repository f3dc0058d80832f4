package org.yol.applications.selection;

import java.time.Instant;
import java.util.List;
import org.yol.applications.selection.SelectionRun.Figures;
import org.yol.applications.selection.SelectionRun.Files;
import org.yol.applications.selection.SelectionRun.Obstacle;
import org.yol.applications.selection.SelectionRun.Progress;
import org.yol.applications.selection.SelectionRun.Publication;

/**
 * A run as coordinators of the programme and auditors see it.
 *
 * @param version to be stated, as {@code If-Match}, by whoever publishes it
 * @param state running, obstructed, checked, publishing or published
 * @param progress null when nothing is being done
 * @param problems why it cannot be published; empty when it can
 * @param isPublishable whether it may be published now
 */
record SelectionView(
        String id,
        long version,
        String callId,
        String by,
        Instant at,
        boolean isTrial,
        SeatPlan.Trial trial,
        SelectionRun.State state,
        Progress progress,
        List<Obstacle> problems,
        Files files,
        Figures figures,
        Publication publication,
        boolean isPublishable) {

    static SelectionView of(SelectionRun run) {
        return new SelectionView(
                run.id(),
                run.version(),
                run.callId(),
                run.by(),
                run.at(),
                run.isTrial(),
                run.trial(),
                run.state(),
                run.progress(),
                run.problems(),
                run.files(),
                run.figures(),
                run.publication(),
                run.isPublishable());
    }
}
