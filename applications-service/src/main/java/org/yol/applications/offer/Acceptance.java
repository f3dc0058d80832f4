package org.yol.applications.offer;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Silent;

/**
 * The one place that a student is about to accept. Places that exclude each other lie in documents of their own, in
 * several databases even, so all that one student accepts goes through here, one after the other. Public because the
 * record codec can read no other.
 *
 * @param id stands for the account and does not tell it, since this lies in no country of its own
 * @param wanted null while nothing is under way, which is nearly always
 */
public record Acceptance(@BsonId String id, long version, Wanted wanted) implements Silent {

    /** The due work of accepting what is wanted and giving up the others. */
    static final String ACCEPTING = "accepting";

    /**
     * A place that is to be accepted.
     *
     * @param applicationVersion that its student has seen
     * @param givesUp ids of the student's applications whose places are given up once this one is accepted
     * @param at when it was asked for, which counts
     */
    public record Wanted(
            String applicationId, long applicationVersion, List<String> givesUp, RequestIdentity request, Instant at) {

        public Wanted {
            givesUp = List.copyOf(givesUp);
        }
    }

    static String idOf(String account) {
        return Sha256.hex("acceptance\n" + account);
    }

    static Acceptance none(String account) {
        return new Acceptance(idOf(account), 0, null);
    }

    boolean isFree() {
        return wanted == null;
    }

    /** From now on this is done to its end, whatever process dies. */
    Change<Acceptance> want(Wanted place) {
        return Change.silent(new Acceptance(id, version, place)).then(ACCEPTING, place.at());
    }

    /** It is done, or could not be done any more. */
    Change<Acceptance> over() {
        return Change.silent(new Acceptance(id, version, null)).settled(ACCEPTING);
    }
}
