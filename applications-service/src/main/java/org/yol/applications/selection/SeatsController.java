package org.yol.applications.selection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.call.CallAccess;
import org.yol.platform.access.Caller;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The seats of a call whose selection is published, for those who follow how offers are answered. */
@RestController
@RequestMapping("/api/selections")
@Tag(name = "Selections")
class SeatsController {

    private final SelectionRuns runs;
    private final SeatsBoard board;
    private final CallAccess access;

    SeatsController(SelectionRuns runs, SeatsBoard board, CallAccess access) {
        this.runs = runs;
        this.board = board;
        this.access = access;
    }

    /** @param items by the ids of the places */
    record Seats(List<SeatsBoard.PlaceSeats> items) {}

    @GetMapping("/{selectionId}/seats")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "What has become of the seats, place by place",
            description = "How many are offered, accepted and free now, and who of the reserve list is next.")
    Seats seats(@PathVariable("selectionId") String id, Caller caller) {
        SelectionRun run =
                runs.find(id).filter(SelectionRun::isPublic).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return new Seats(board.of(run, access.toRead(run.callId(), caller)));
    }
}
