package org.yol.applications.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.SelectionTerms;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The seats of all places. */
@Component
public class Places {

    /** All seats of the place are given. */
    public static final Problem NO_SEATS_LEFT = Seats.NO_SEATS_LEFT;

    /** Begins what stands for a cap where the id of a place would, which has no colon. */
    private static final String CAP = "cap:";

    private final AggregateCollection<Seats> seats;
    private final ApplicationEventPublisher events;

    Places(AggregateCollections collections, ApplicationEventPublisher events) {
        this.events = events;
        this.seats = collections.open("seats", Seats.class, List.of());
    }

    /**
     * Gives an application a seat, which has to be free at the place and by each cap that the place is under.
     *
     * @param asOf version of the decision that wants it: what an older one asks for later changes nothing
     * @throws Refused no-seats-left, and then it has none of them
     */
    public void take(Call call, String placeId, String applicationId, long asOf) {
        Deque<String> taken = new ArrayDeque<>();
        try {
            take(call, placeId, place(call, placeId).seats(), applicationId, asOf, taken);
            for (SelectionTerms.Cap cap : caps(call, placeId).toList()) {
                take(call, CAP + cap.id(), cap.seats(), applicationId, asOf, taken);
            }
        } catch (Refused refused) {
            // Whoever dies before this is through begins again, and comes here again.
            taken.forEach(some -> change(call.id(), some, seats -> seats.release(applicationId, asOf)));
            throw refused;
        }
    }

    private void take(Call call, String some, int number, String applicationId, long asOf, Deque<String> taken) {
        change(call.id(), some, seats -> seats.take(applicationId, asOf, number));
        taken.push(some);
    }

    /**
     * Gives several applications a seat of a place each, in their order as far as there are seats, as by
     * {@link #take(Call, String, String, long)} and in one write for all of them.
     *
     * @param asOf versions of the decisions that want them, by application
     * @return those that have their seat
     */
    public Set<String> takeAll(Call call, String placeId, SequencedMap<String, Long> asOf) {
        Set<String> seated = takeAll(call, placeId, place(call, placeId).seats(), asOf);
        List<String> taken = new ArrayList<>(List.of(placeId));
        for (SelectionTerms.Cap cap : caps(call, placeId).toList()) {
            SequencedMap<String, Long> left = new LinkedHashMap<>(asOf);
            left.keySet().retainAll(seated);
            Set<String> allowed = takeAll(call, CAP + cap.id(), cap.seats(), left);
            seated.stream()
                    .filter(application -> !allowed.contains(application))
                    .forEach(application -> taken.forEach(some ->
                            change(call.id(), some, seats -> seats.release(application, asOf.get(application)))));
            seated = allowed;
            taken.add(CAP + cap.id());
        }
        return seated;
    }

    private Set<String> takeAll(Call call, String some, int number, SequencedMap<String, Long> asOf) {
        Seats seats = change(call.id(), some, before -> Change.silent(before.takeAll(asOf, number)));
        Set<String> seated = new LinkedHashSet<>(seats.held());
        seated.retainAll(asOf.keySet());
        return seated;
    }

    /**
     * Takes an application's seat back, if it has one.
     *
     * @param kept the places where it has one all the same, whose caps go on counting it
     */
    public void release(Call call, String placeId, Set<String> kept, String applicationId, long asOf) {
        Set<String> counting = kept.stream()
                .flatMap(place -> caps(call, place))
                .map(SelectionTerms.Cap::id)
                .collect(Collectors.toSet());
        Stream.concat(
                        caps(call, placeId)
                                .map(SelectionTerms.Cap::id)
                                .filter(cap -> !counting.contains(cap))
                                .map(cap -> CAP + cap),
                        Stream.of(placeId))
                .forEach(some -> change(call.id(), some, seats -> seats.release(applicationId, asOf)));
        events.publishEvent(new SeatsFreed(call.id()));
    }

    /** Who has a seat at a place. */
    public List<String> held(String callId, String placeId) {
        return seats.find(Seats.id(callId, placeId)).map(Seats::held).orElse(List.of());
    }

    /** How many more may have a seat at a place, by its own number and by all caps that it is under; 0 or more. */
    public int free(Call call, String placeId) {
        int own = call.place(placeId).map(Place::seats).orElse(0)
                - held(call.id(), placeId).size();
        return own <= 0
                ? 0
                : caps(call, placeId)
                        .mapToInt(cap -> Math.max(
                                0, cap.seats() - held(call.id(), CAP + cap.id()).size()))
                        .reduce(own, Math::min);
    }

    private static Place place(Call call, String placeId) {
        return call.place(placeId)
                .orElseThrow(() -> new IllegalStateException("No place " + placeId + " in " + call.id()));
    }

    private static Stream<SelectionTerms.Cap> caps(Call call, String placeId) {
        return call.selection().caps().stream().filter(cap -> cap.places().contains(placeId));
    }

    private Seats change(String callId, String placeId, Function<Seats, Change<Seats>> operation) {
        Seats none = Seats.none(callId, placeId);
        // Two first decisions for a place at once: both begin with all seats free.
        seats.begin(none, RequestIdentity.ofCause("seats", none.id()));
        return seats.change(none.id(), operation);
    }
}
