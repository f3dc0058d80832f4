package org.yol.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Which run decides for a call: one, so that two coordinators who publish at once meet here. And whom seats were meant
 * for since, from its reserve lists. Public because the record codec can read no other.
 *
 * @param id of the call
 * @param run null while none is to be published
 * @param followers those from reserve lists in the order in which their turns came, each once for a place; noted before
 *     the offer, so only those who hold the place's seat have it
 */
public record CallSelection(@BsonId String id, long version, String run, List<Follower> followers) implements Silent {

    /** The due work of offering what has become free. */
    static final String FILLING = "filling";

    static final Problem ANOTHER = new Problem("selection-published", 409);

    public CallSelection {
        followers = followers == null ? List.of() : List.copyOf(followers);
    }

    /**
     * Somebody from a reserve list.
     *
     * @param seat kind of the seat that was free
     */
    public record Follower(String number, String place, String seat, Instant at) {

        private boolean isAtSamePlace(Follower other) {
            return number.equals(other.number) && place.equals(other.place);
        }
    }

    static CallSelection none(String callId) {
        return new CallSelection(callId, 0, null, List.of());
    }

    /**
     * This run decides.
     *
     * @throws Refused selection-published when another does
     */
    Change<CallSelection> decidedBy(String wanted) {
        if (run != null && !run.equals(wanted)) {
            throw new Refused(ANOTHER);
        }
        return Change.silent(new CallSelection(id, version, wanted, followers));
    }

    /** The run is not published after all. */
    Change<CallSelection> givenUp(String wanted) {
        return Change.silent(wanted.equals(run) ? new CallSelection(id, version, null, followers) : this);
    }

    /** Something may have become free. */
    Change<CallSelection> freed(Instant now) {
        return run == null ? Change.silent(this) : Change.silent(this).then(FILLING, now);
    }

    /** A seat is meant for somebody from a reserve list. */
    CallSelection with(Follower follower) {
        Stream<Follower> others = followers.stream().filter(other -> !other.isAtSamePlace(follower));
        return new CallSelection(
                id, version, run, Stream.concat(others, Stream.of(follower)).toList());
    }
}
