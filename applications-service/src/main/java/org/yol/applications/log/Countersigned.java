package org.yol.applications.log;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.transparency.SignedNote;

/**
 * The largest checkpoint that a witness has countersigned.
 *
 * @param id verifier key of the witness
 * @param size how many entries, 0 while there is none
 * @param at when it countersigned, by its own clock; null while there is none
 * @param checkpoint signed by the log and the witness; null while there is none
 */
public record Countersigned(@BsonId String id, long version, long size, Instant at, String checkpoint)
        implements Aggregate, Silent {

    static Countersigned none(String key) {
        return new Countersigned(key, 0, 0, null, null);
    }

    /** The same with another checkpoint, unless it is an earlier one. */
    Change<Countersigned> with(long newSize, Instant newAt, SignedNote note) {
        boolean later = at == null || newSize > size || newSize == size && newAt.isAfter(at);
        return Change.silent(later ? new Countersigned(id, version, newSize, newAt, note.toString()) : this);
    }

    /** The note; only where there is one. */
    SignedNote note() {
        return SignedNote.parse(checkpoint);
    }
}
