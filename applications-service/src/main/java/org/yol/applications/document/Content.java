package org.yol.applications.document;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * The bytes of a file. Public because the record codec can read no other.
 *
 * @param id SHA-256 of the bytes, lower-case hex
 * @param type media type, as detected
 */
public record Content(@BsonId String id, String type, Binary bytes) {}
