package org.yol.applications.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CheckpointSigned;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;

/**
 * How far the log has come: the last checkpoint that was signed. There is one, and it only grows.
 *
 * @param id origin of the log, so that what is told of it has that key
 * @param size how many entries have been signed, 0 or more
 * @param root hash of their tree, lower-case hex
 * @param checkpoint the signed note (C2SP tlog-checkpoint); null while nothing has been signed
 * @param signedAt when; null while nothing has been signed
 * @param halted why it signs no more; null while it does
 * @param shown size of the largest checkpoint that somebody has shown which is larger than this one was then; 0 without
 */
public record PublicLog(
        @BsonId String id,
        long version,
        long size,
        String root,
        String checkpoint,
        Instant signedAt,
        Halt halted,
        long shown)
        implements Aggregate {

    /** Work: entries get their numbers. */
    static final String NUMBERING = "numbering";

    /** Work: it is written down where the audit trail stands. */
    static final String COMMITTING = "committing";

    /** Work: witnesses are asked to countersign. */
    static final String ASKING = "asking";

    /** Why a log does not sign. */
    public enum Halt {
        /** The store has fewer entries than were signed: it is from a backup, or some were taken out. */
        @JsonProperty("store-behind")
        STORE_BEHIND,
        /** The store has other entries than were signed. */
        @JsonProperty("store-rewritten")
        STORE_REWRITTEN,
        /** It was signed with a key that the key of today does not follow. */
        @JsonProperty("key-unknown")
        KEY_UNKNOWN;

        /** The word of it on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static PublicLog empty(String origin) {
        return new PublicLog(origin, 0, 0, Hash.EMPTY_TREE.hex(), null, null, null, 0);
    }

    /** The same with more entries. */
    Change<PublicLog> grown(Checkpoint to, SignedNote signed, Instant now) {
        String note = signed.toString();
        return Change.telling(
                new PublicLog(id, version, to.size(), to.root().hex(), note, now, null, shown),
                new CheckpointSigned(to.origin(), to.size(), to.root().hex(), note));
    }

    /** The same, signing or not. */
    PublicLog with(Halt reason) {
        return new PublicLog(id, version, size, root, checkpoint, signedAt, reason, shown);
    }

    /** The same when somebody has shown a checkpoint that is signed, and larger. */
    Change<PublicLog> shown(long larger) {
        return Change.silent(new PublicLog(
                id, version, size, root, checkpoint, signedAt, halted, Math.max(shown, larger > size ? larger : 0)));
    }
}
