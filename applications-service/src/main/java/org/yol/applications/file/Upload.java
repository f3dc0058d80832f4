package org.yol.applications.file;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/**
 * Bytes on their way: written down before the first of them is kept, and struck out when a {@link StoredFile} names
 * them or they are gone. What a crash leaves is found by it. Public because the record codec can read no other.
 *
 * @param id the owner's, then the content's
 * @param content where the bytes are or will be
 */
public record Upload(@BsonId String id, ObjectId content) {

    /** The due work of an upload: to clear up after one that came to nothing. */
    static final String CLEARING = "clearing";

    static Upload of(String owner, ObjectId content) {
        return new Upload(owner + "/" + content.toHexString(), content);
    }
}
