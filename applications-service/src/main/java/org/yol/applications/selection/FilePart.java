package org.yol.applications.selection;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A part of a file, as much as a document holds easily. Public because the record codec can read no other.
 *
 * @param id SHA-256 of the whole file, and which part it is, from 0
 */
public record FilePart(@BsonId String id, byte[] bytes) {}
