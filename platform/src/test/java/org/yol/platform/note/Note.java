package org.yol.platform.note;

import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.MessageCreated;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * A note that can be stamped.
 *
 * @param remark null without one
 * @param rank where it stands in the list; several may stand at the same
 */
public record Note(@BsonId String id, long version, String text, String remark, int rank, List<String> stamps)
        implements Aggregate {

    /** A note nobody has stamped yet. */
    public static Note blank(String id, int rank) {
        return new Note(id, 0, "Bring the diploma", "the original", rank, List.of());
    }

    /** Tells one reader. */
    public Change<Note> written() {
        return Change.telling(this, new MessageCreated(id, "reader"));
    }

    /** Says something else, and tells nobody. */
    public Change<Note> reworded(String newText, String newRemark) {
        return Change.silent(new Note(id, version, newText, newRemark, rank, stamps));
    }

    /** Tells as many readers as there are stamps put on it. */
    public Change<Note> stamped(List<String> more) {
        List<String> all = new ArrayList<>(stamps);
        all.addAll(more);
        return new Change<>(
                new Note(id, version, text, remark, rank, all),
                more.stream()
                        .map(stamp -> (org.yol.contracts.Event) new MessageCreated(id, stamp))
                        .toList());
    }
}
