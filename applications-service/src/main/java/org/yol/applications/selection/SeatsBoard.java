package org.yol.applications.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.place.Places;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.contracts.ApplicationState;

/** What has become of the seats that a published run gave out. */
@Component
class SeatsBoard {

    private static final int NEXT_AT_MOST = 3;
    private static final int AT_ONCE = 50;

    private final SelectionRuns runs;
    private final Records records;
    private final Lots lots;
    private final Applications applications;
    private final Places places;

    SeatsBoard(SelectionRuns runs, Records records, Lots lots, Applications applications, Places places) {
        this.runs = runs;
        this.records = records;
        this.lots = lots;
        this.applications = applications;
        this.places = places;
    }

    /**
     * The seats of a place now.
     *
     * @param seats how many the call has there, 0 where it has been withdrawn
     * @param offered of them, not answered yet
     * @param accepted of them, whether they have been taken up since or not
     * @param declined offers that were, whoever has the seat now
     * @param expired likewise, for want of an answer
     * @param free of the seats, within the caps that the place is under
     * @param next of the reserve list, in its order: who gets an open seat that becomes free; nobody before all have
     *     been told
     * @param reserved who gets one that is kept for a category
     */
    record PlaceSeats(
            String placeId,
            int seats,
            int offered,
            int accepted,
            int declined,
            int expired,
            int free,
            List<Waiting> next,
            List<Reserved> reserved) {}

    /** @param next members of the category in the order of the list, then those who get it when none is left */
    record Reserved(String category, List<Waiting> next) {}

    /**
     * Somebody who gets what becomes free.
     *
     * @param name empty of somebody who was erased
     * @param position on the reserve list, from 1
     */
    record Waiting(String applicationId, String name, int position) {}

    /** Place by place, by their ids. */
    List<PlaceSeats> of(SelectionRun run, Call call) {
        PublishedRecord published = records.of(run.files());
        Map<String, String> applicationOf =
                lots.of(run.callId()).map(Draw::applications).orElse(Map.of());
        List<CallSelection.Follower> followers =
                runs.decisive().find(run.callId()).map(CallSelection::followers).orElse(List.of());
        return published.input().places().stream()
                .map(place -> of(place, call, published, run, applicationOf, followers))
                .toList();
    }

    private PlaceSeats of(
            InputPlace place,
            Call call,
            PublishedRecord published,
            SelectionRun run,
            Map<String, String> applicationOf,
            List<CallSelection.Follower> followers) {
        List<String> held = places.held(call.id(), place.id());
        // Nobody follows before all have been told, and to look for somebody who may would be to look at all of them.
        List<String> reserve = run.state() == SelectionRun.State.PUBLISHED
                ? published.reserve(place.id(), run.publication().reserveAtMost())
                : List.of();
        int seats = call.place(place.id()).map(found -> found.seats()).orElse(0);
        Stream<String> followed = followers.stream()
                .filter(follower -> follower.place().equals(place.id()))
                .map(CallSelection.Follower::number);
        List<String> told = Stream.concat(
                        held.stream(),
                        Stream.concat(published.holders(place.id()).stream(), followed)
                                .map(applicationOf::get))
                .distinct()
                .toList();
        List<ApplicationState> states = applications.find(told).values().stream()
                .filter(application -> application.offer() != null
                        && application.offer().placeId().equals(place.id()))
                .map(Application::state)
                .toList();
        return new PlaceSeats(
                place.id(),
                seats,
                count(states, ApplicationState.OFFERED),
                count(states, ApplicationState.ACCEPTED)
                        + count(states, ApplicationState.AWARDED)
                        + count(states, ApplicationState.COMPLETED),
                count(states, ApplicationState.DECLINED),
                count(states, ApplicationState.EXPIRED),
                places.free(call, place.id()),
                next(reserve, reserve, place.id(), applicationOf),
                published.input().categories().stream()
                        .filter(category -> place.reserves().containsKey(category))
                        .map(category -> new Reserved(
                                category,
                                next(published.membersFirst(reserve, category), reserve, place.id(), applicationOf)))
                        .toList());
    }

    private static int count(Collection<ApplicationState> states, ApplicationState wanted) {
        return (int) states.stream().filter(wanted::equals).count();
    }

    private List<Waiting> next(
            List<String> inOrder, List<String> reserve, String place, Map<String, String> applicationOf) {
        List<Waiting> next = new ArrayList<>();
        for (int from = 0; from < inOrder.size() && next.size() < NEXT_AT_MOST; from += AT_ONCE) {
            List<String> some = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
            Map<String, Application> found =
                    applications.find(some.stream().map(applicationOf::get).toList());
            for (int index = 0; index < some.size() && next.size() < NEXT_AT_MOST; index++) {
                Application application = found.get(applicationOf.get(some.get(index)));
                if (application != null && ReserveLists.mayFollow(application, place)) {
                    int position = reserve.indexOf(some.get(index)) + 1;
                    next.add(new Waiting(application.id(), application.student().name(), position));
                }
            }
        }
        return next;
    }
}
