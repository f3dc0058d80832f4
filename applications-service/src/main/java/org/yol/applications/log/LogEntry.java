package org.yol.applications.log;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An entry that has its number, written once and never changed. Public because the record codec can read no other.
 *
 * @param index from 0, without gaps
 * @param leaf its hash in the tree, lower-case hex
 */
public record LogEntry(@BsonId long index, String leaf, Statement statement) {

    static LogEntry of(long index, Statement statement) {
        return new LogEntry(index, statement.leaf().hex(), statement);
    }
}
