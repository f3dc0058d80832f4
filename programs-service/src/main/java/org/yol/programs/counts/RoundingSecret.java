package org.yol.programs.counts;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What public numbers are rounded by: made once, the same for all replicas, never shown. Public because the record
 * codec can read no other.
 *
 * @param bytes 32 of them, in hexadecimal
 */
public record RoundingSecret(@BsonId String id, String bytes) {

    /** Leaves the secret out, so that no log line shows it. */
    @Override
    public String toString() {
        return "RoundingSecret[id=" + id + "]";
    }
}
