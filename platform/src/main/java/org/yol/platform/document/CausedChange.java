package org.yol.platform.document;

import java.util.function.Function;

/**
 * The change of one of many documents, because of an event or a step of a chain that may come again.
 *
 * @param known the document as it is known; where that is of version 0 and there is none, it is made with its first
 *     change
 * @param cause for which it is changed, once
 * @param operation computes the change from the current state; is called again on the new state after a collision
 */
public record CausedChange<A extends Aggregate>(A known, RequestIdentity cause, Function<A, Change<A>> operation) {

    String id() {
        return known.id();
    }
}
