package org.yol.platform.operate;

/**
 * Tells all documents of a collection again, for others to rebuild their copies. A bean for each collection that can.
 */
public interface Retelling {

    /** The collection's name, as operators type it. */
    String collection();

    /**
     * Puts an event with its present state into the outbox of every document that others know of. Who relays the
     * outboxes of the service tells them.
     *
     * @return how many documents that were, 0 or more
     */
    long retell();
}
