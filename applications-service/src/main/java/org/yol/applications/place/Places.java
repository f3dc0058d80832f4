package org.yol.applications.place;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
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

    private final AggregateCollection<Seats> seats;

    Places(AggregateCollections collections) {
        this.seats = collections.open("seats", Seats.class, List.of());
    }

    /**
     * Gives an application a seat.
     *
     * @param asOf version of the decision that wants it: what an older one asks for later changes nothing
     * @param number how many seats the place has
     * @throws Refused no-seats-left
     */
    public void take(String callId, String placeId, String applicationId, long asOf, int number) {
        change(callId, placeId, place -> place.take(applicationId, asOf, number));
    }

    /** Takes an application's seat back, if it has one. */
    public void release(String callId, String placeId, String applicationId, long asOf) {
        change(callId, placeId, place -> place.release(applicationId, asOf));
    }

    private void change(String callId, String placeId, Function<Seats, Change<Seats>> operation) {
        Seats none = Seats.none(callId, placeId);
        // Two first decisions for a place at once: both begin with all seats free.
        seats.begin(none, RequestIdentity.ofCause("seats", none.id()));
        seats.change(none.id(), operation);
    }
}
