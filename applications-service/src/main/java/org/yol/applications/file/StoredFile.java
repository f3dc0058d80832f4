package org.yol.applications.file;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/**
 * A student's file: the same bytes are one file, and no other student's. Public because the record codec can read no
 * other.
 *
 * @param id the owner, then the SHA-256 of the bytes in lower-case hex
 * @param owner the student's residence and account; null in one that an older release has kept
 * @param content where the bytes are
 * @param type media type, as detected
 * @param size bytes
 * @param locked whether the bytes are kept under the key of the student; false in one that an older release has kept
 * @param scanned when no virus was found in it, or one was; null when it was not scanned
 * @param virus the name of what was found, so that nobody gets the file; null when nothing was
 * @param locationRemoved whether it came with the place it was made at, which was removed
 */
public record StoredFile(
        @BsonId String id,
        String owner,
        String sha256,
        ObjectId content,
        String type,
        long size,
        boolean locked,
        boolean locationRemoved,
        Instant scanned,
        String virus) {

    /** The due work of a file: to look whether anything names it. */
    static final String LOOK = "look";

    /** The due work of a file that came while the scanner was away. */
    static final String SCAN = "scan";

    static String id(String owner, String sha256) {
        return owner + "/" + sha256;
    }
}
