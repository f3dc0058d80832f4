package org.yol.platform.document;

/**
 * A record that is stored as one document and changed only as a whole.
 *
 * <p>{@code version} counts writes and events: a write that tells n events raises it by max(1, n), so that it serves as
 * the ETag and the events of a document can be numbered by it without gaps that would matter.
 */
public interface Aggregate {

    /** The document's {@code _id}: annotate the record component with {@code @BsonId}. */
    String id();

    /** The version as last written; 0 for one that is not stored yet. */
    long version();
}
