package org.yol.applications.log;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A day on which the log grew. Public because the record codec can read no other.
 *
 * @param id the day (UTC), ISO 8601
 * @param first number of the first entry that was added on it
 */
public record LogDay(@BsonId String id, long first) {}
