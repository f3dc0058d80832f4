package org.yol.platform.due;

/**
 * A piece of work. A lease may end while it is being done, and somebody else does it again: it must not matter.
 *
 * @param <D> the document it is about
 */
public interface Task<D> {

    /**
     * Does it. What it throws is a failure: it is tried again after a growing pause.
     *
     * @param document as it was when it was claimed
     */
    Outcome perform(D document, Claim claim);

    /** Has failed so often that it is not tried again. */
    default void abandon(D document) {}
}
