package org.yol.applications.selection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.applications.selection.SelectionResult.CutOff;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Why somebody got what they got. */
@RestController
@Tag(name = "Selections")
class OwnSelectionController {

    private final Applications applications;
    private final SelectionRuns runs;
    private final Records records;
    private final Lots lots;

    OwnSelectionController(Applications applications, SelectionRuns runs, Records records, Lots lots) {
        this.applications = applications;
        this.runs = runs;
        this.records = records;
        this.lots = lots;
    }

    /**
     * What the selection said of an application.
     *
     * @param number by which it stands in the public record
     * @param lottery its lot, lower-case hex: the lower, the better
     * @param categories that the student belongs to, of those that seats are reserved for
     * @param places in the order of the student's preference
     */
    record OwnSelection(
            String selectionId, String number, String lottery, List<String> categories, List<OwnPlace> places) {}

    /**
     * What it said of a place.
     *
     * @param score 0.00 to 100.00; null where it did not count there
     * @param excluded why it did not count; null where it did
     * @param outcome got, reserve, below-reserve, not-needed (a place that was ranked before was got) or excluded
     * @param seat kind of seat, of the place that was got; null elsewhere
     * @param position on the reserve list, from 1; null where it is not on it
     * @param cutOffs who was taken last there, of each kind of seat and of each cap the place is under
     */
    record OwnPlace(
            String placeId,
            String score,
            String excluded,
            String outcome,
            String seat,
            Integer position,
            List<CutOff> cutOffs) {}

    @GetMapping("/api/applications/{id}/selection")
    @PreAuthorize("hasAnyRole('STUDENT', 'COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "Why an application got what it got, place by place, once the selection is published",
            description = "All of it follows from the public record, in which the application stands by its number.")
    OwnSelection get(@PathVariable String id, Caller caller) {
        Application application = applications.get(id, caller, role(caller));
        SelectionRun run = runs.deciding(application.call().id())
                .filter(SelectionRun::isPublic)
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        PublishedRecord published = records.of(run.files());
        InputApplicant own = lots.of(run.callId())
                .flatMap(draw -> draw.number(id))
                .flatMap(published::applicant)
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        List<OwnPlace> places = new ArrayList<>();
        boolean got = false;
        for (InputChoice choice : own.choices()) {
            OwnPlace place =
                    place(own, choice, got, published, run.publication().reserveAtMost());
            got |= place.outcome().equals("got");
            places.add(place);
        }
        return new OwnSelection(run.id(), own.number(), own.lottery(), own.categories(), places);
    }

    /** Reviewers see their own university's scores alone. */
    private static Role role(Caller caller) {
        return caller.is(Role.STUDENT) ? Role.STUDENT : caller.is(Role.COORDINATOR) ? Role.COORDINATOR : Role.AUDITOR;
    }

    private static OwnPlace place(
            InputApplicant own, InputChoice choice, boolean got, PublishedRecord published, int reserveAtMost) {
        if (choice.excluded() != null) {
            return new OwnPlace(choice.place(), null, choice.excluded(), "excluded", null, null, List.of());
        }
        Optional<PublishedRecord.Allotted> allotted =
                published.allotted(own.number()).filter(held -> held.place().equals(choice.place()));
        Optional<Integer> position = published.position(own.number(), choice.place());
        String waiting = position.filter(number -> number <= reserveAtMost).isPresent() ? "reserve" : "below-reserve";
        String outcome = allotted.isPresent() ? "got" : got ? "not-needed" : waiting;
        return new OwnPlace(
                choice.place(),
                choice.score(),
                null,
                outcome,
                allotted.map(PublishedRecord.Allotted::seat).orElse(null),
                position.orElse(null),
                published.cutOffs(choice.place()));
    }
}
