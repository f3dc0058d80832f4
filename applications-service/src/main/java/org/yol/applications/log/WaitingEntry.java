package org.yol.applications.log;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What waits for its number. Public because the record codec can read no other.
 *
 * @param id the source of the statement
 * @param since when it was heard: the order in which they get their numbers
 */
public record WaitingEntry(@BsonId String id, Instant since, Statement statement) {

    static WaitingEntry of(Statement statement, Instant now) {
        return new WaitingEntry(statement.source(), now, statement);
    }
}
