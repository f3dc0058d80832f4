package org.yol.applications.file;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/**
 * A student's file: the same bytes are one file, and no other student's. Public because the record codec can read no
 * other.
 *
 * @param id the student's residence and account, then the SHA-256 of the bytes in lower-case hex
 * @param content where the bytes are
 * @param type media type, as detected
 * @param size bytes
 */
public record StoredFile(@BsonId String id, String sha256, ObjectId content, String type, long size) {}
