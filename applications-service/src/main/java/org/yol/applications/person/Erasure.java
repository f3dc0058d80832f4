package org.yol.applications.person;

import java.time.Duration;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.PersonErased;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * That somebody wants what is held of them erased. Everything is gone through twice, with a pause between: what a
 * request that was under way has written meanwhile goes as well. It stays, and says nothing but when.
 *
 * @param id residence and account
 * @param passes how often everything has been gone through since it was asked for last
 * @param erasedAt when that was done; null while it is not
 */
public record Erasure(@BsonId String id, long version, String account, Instant askedAt, int passes, Instant erasedAt)
        implements Aggregate {

    /** The due work of going through everything. */
    static final String ERASING = "erasing";

    private static final int PASSES = 2;

    static Erasure asked(String id, String account, Instant now) {
        return new Erasure(id, 0, account, now, 0, null);
    }

    Change<Erasure> begun() {
        return Change.silent(this).then(ERASING, askedAt);
    }

    /** Asked for again: what is under way goes on, and what was done is done anew. */
    Change<Erasure> askedAgain(Instant now) {
        return erasedAt == null ? Change.silent(this) : new Erasure(id, version, account, now, 0, null).begun();
    }

    /** @param pause before the next time, if there is one */
    Change<Erasure> passed(Instant now, Duration pause) {
        int done = passes + 1;
        if (done < PASSES) {
            return Change.silent(new Erasure(id, version, account, askedAt, done, null))
                    .due(ERASING, now.plus(pause));
        }
        return Change.telling(new Erasure(id, version, account, askedAt, done, now), new PersonErased(account, now))
                .settled(ERASING);
    }
}
