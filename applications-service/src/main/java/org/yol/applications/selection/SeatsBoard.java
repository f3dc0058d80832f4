package org.yol.applications.selection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
    private static final int AT_ONCE = 10;

    /** What becomes of those who are offered a place. */
    private static final List<String> OFFERED = Stream.of(
                    ApplicationState.OFFERED,
                    ApplicationState.ACCEPTED,
                    ApplicationState.AWARDED,
                    ApplicationState.COMPLETED,
                    ApplicationState.DECLINED,
                    ApplicationState.EXPIRED)
            .map(ApplicationState::name)
            .toList();

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
        Map<String, Map<ApplicationState, Long>> offers = offers(call);
        return published.input().places().stream()
                .map(place -> of(place, call, published, run, applicationOf, offers.getOrDefault(place.id(), Map.of())))
                .toList();
    }

    /** How many of the offers of each place are in which state; nobody's application is read for it. */
    private Map<String, Map<ApplicationState, Long>> offers(Call call) {
        Map<String, Map<ApplicationState, Long>> offers = new HashMap<>();
        applications
                .summaries()
                .groups(
                        and(eq("call.id", call.id()), in("life.state", OFFERED)),
                        List.of("life.offer.placeId", "life.state"),
                        "life.offer")
                .forEach(group -> offers.computeIfAbsent(
                                group.values().getFirst(), _ -> new EnumMap<>(ApplicationState.class))
                        .merge(ApplicationState.valueOf(group.values().getLast()), group.number(), Long::sum));
        return offers;
    }

    private PlaceSeats of(
            InputPlace place,
            Call call,
            PublishedRecord published,
            SelectionRun run,
            Map<String, String> applicationOf,
            Map<ApplicationState, Long> offers) {
        // Nobody follows before all have been told, and to look for somebody who may would be to look at all of them.
        List<String> reserve = run.state() == SelectionRun.State.PUBLISHED
                ? published.reserve(place.id(), run.publication().reserveAtMost())
                : List.of();
        return new PlaceSeats(
                place.id(),
                call.place(place.id()).map(found -> found.seats()).orElse(0),
                count(offers, ApplicationState.OFFERED),
                count(offers, ApplicationState.ACCEPTED, ApplicationState.AWARDED, ApplicationState.COMPLETED),
                count(offers, ApplicationState.DECLINED),
                count(offers, ApplicationState.EXPIRED),
                places.free(call, place.id()),
                next(reserve, reserve, place.id(), applicationOf),
                published.input().categories().stream()
                        .filter(category -> place.reserves().containsKey(category))
                        .map(category -> new Reserved(
                                category,
                                next(published.membersFirst(reserve, category), reserve, place.id(), applicationOf)))
                        .toList());
    }

    private static int count(Map<ApplicationState, Long> offers, ApplicationState... wanted) {
        return Stream.of(wanted)
                .mapToInt(state -> offers.getOrDefault(state, 0L).intValue())
                .sum();
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
