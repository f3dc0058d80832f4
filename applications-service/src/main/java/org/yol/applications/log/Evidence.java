package org.yol.applications.log;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That the log has signed two histories. Public because the record codec can read no other.
 *
 * @param id SHA-256 of the two checkpoints, lower-case hex
 * @param at when it came
 * @param earlier size of the one
 * @param later size of the other
 * @param text as it is verified, see {@link org.yol.transparency.SplitView}
 */
public record Evidence(@BsonId String id, Instant at, long earlier, long later, String text) {}
