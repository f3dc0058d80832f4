package org.yol.applications.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Who has the seats of a place, or of all places of a cap. One document, so that two who want the last seat meet here,
 * and one gets it.
 *
 * @param id call, and place or cap
 * @param holders everybody who ever had a seat here: whoever gave it back stays, so that an old request that comes late
 *     is known as old
 */
public record Seats(@BsonId String id, long version, String callId, String placeId, List<Holder> holders)
        implements Silent {

    static final Problem NO_SEATS_LEFT = new Problem("no-seats-left", 409);

    /**
     * An application at a place.
     *
     * @param asOf version of the decision that took or gave back the seat
     * @param held whether it has a seat now
     */
    public record Holder(String applicationId, long asOf, boolean held) {}

    static Seats none(String callId, String placeId) {
        return new Seats(id(callId, placeId), 0, callId, placeId, List.of());
    }

    static String id(String callId, String placeId) {
        return callId + "/" + placeId;
    }

    /**
     * Gives a seat, unless a later decision on the application was heard of already.
     *
     * @param seats how many there are, 0 or more
     * @throws Refused no-seats-left
     */
    Change<Seats> take(String applicationId, long asOf, int seats) {
        return Change.silent(taken(applicationId, asOf, seats).orElseThrow(() -> new Refused(NO_SEATS_LEFT, seats)));
    }

    /** Gives a seat to each of several as {@link #take} does, in their order, as far as there are seats. */
    Seats takeAll(SequencedMap<String, Long> asOf, int seats) {
        Seats taken = this;
        for (Map.Entry<String, Long> each : asOf.entrySet()) {
            taken = taken.taken(each.getKey(), each.getValue(), seats).orElse(taken);
        }
        return taken;
    }

    /** With a seat for it, or as it is where a later word was heard; empty when there is none. */
    private Optional<Seats> taken(String applicationId, long asOf, int seats) {
        Optional<Holder> known = holder(applicationId);
        if (known.filter(holder -> holder.asOf() > asOf || holder.asOf() == asOf && holder.held())
                .isPresent()) {
            return Optional.of(this);
        }
        long others = holders.stream()
                .filter(holder -> holder.held() && !holder.applicationId().equals(applicationId))
                .count();
        return others < seats ? Optional.of(with(new Holder(applicationId, asOf, true))) : Optional.empty();
    }

    /** Takes a seat back, unless a later decision on the application was heard of already. */
    Change<Seats> release(String applicationId, long asOf) {
        return holder(applicationId).filter(holder -> holder.asOf() > asOf).isPresent()
                ? Change.silent(this)
                : Change.silent(with(new Holder(applicationId, asOf, false)));
    }

    /** Who has a seat now. */
    List<String> held() {
        return holders.stream().filter(Holder::held).map(Holder::applicationId).toList();
    }

    private Optional<Holder> holder(String applicationId) {
        return holders.stream()
                .filter(holder -> holder.applicationId().equals(applicationId))
                .findFirst();
    }

    private Seats with(Holder changed) {
        Stream<Holder> others =
                holders.stream().filter(holder -> !holder.applicationId().equals(changed.applicationId()));
        return new Seats(
                id,
                version,
                callId,
                placeId,
                Stream.concat(others, Stream.of(changed)).toList());
    }
}
