package org.yol.platform.document;

/**
 * What a service keeps of another service's document, built from its events. Annotate the record component {@code id}
 * with {@code @BsonId}.
 */
public interface Copy {

    /** The id it is kept under. */
    String id();

    /** The number of the event it was last told by. */
    long seq();
}
