package org.yol.notifications.message;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That somebody was erased, for a while: what happened before may come to be known after it, and is erased as well.
 * Public because the record codec can read no other.
 *
 * @param id of the account
 * @param at what they were told until then goes; what they are told when they come again stays
 */
public record Farewell(@BsonId String id, Instant at) {

    /** The due work of erasing what somebody was told. */
    static final String ERASING = "erasing";
}
