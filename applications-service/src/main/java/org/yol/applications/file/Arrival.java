package org.yol.applications.file;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/**
 * A file that comes in parts, so that a broken line costs one part and not all. Public because the record codec can
 * read no other.
 *
 * @param id the owner's, then the SHA-256 of the whole as its sender states it
 * @param owner the student's residence and account
 * @param size of the whole in bytes, as its sender states it
 * @param received how many bytes of it are there
 * @param parts contents that hold them, in order; each goes by itself after a while, like every content without a file
 */
public record Arrival(@BsonId String id, String owner, long size, long received, List<ObjectId> parts) {

    /** The due work of an arrival: to forget one that was never finished, before its parts go. */
    static final String FORGETTING = "forgetting";

    /** Nothing has come. */
    static Arrival begun(String owner, String sha256, long size) {
        return new Arrival(StoredFile.id(owner, sha256), owner, size, 0, List.of());
    }
}
