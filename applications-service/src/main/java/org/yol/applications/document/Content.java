package org.yol.applications.document;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * The bytes of a file.
 *
 * @param id SHA-256 of the bytes, lower-case hex
 * @param type media type, as detected
 */
record Content(@BsonId String id, String type, Binary bytes) {}
