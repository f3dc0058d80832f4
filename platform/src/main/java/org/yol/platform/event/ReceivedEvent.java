package org.yol.platform.event;

import java.time.Instant;
import org.yol.contracts.Event;
import org.yol.platform.document.RequestIdentity;

/**
 * An event as a listener gets it.
 *
 * @param id the same when the event comes again
 * @param aggregateId the document it tells of
 * @param seq increasing within that document: a projection keeps the last one and lets pass what is not newer
 * @param time when it happened
 * @param data what happened; {@link org.yol.contracts.UnknownEvent} when this release does not know the type
 */
public record ReceivedEvent(String id, String aggregateId, long seq, Instant time, Event data) {

    /**
     * What a change remembers that this event caused. The event's own id would not do: a producer that lapsed may have
     * given the same happening a second one, while the number within the document stays.
     */
    public RequestIdentity identity() {
        return RequestIdentity.ofCause("event", aggregateId, Long.toString(seq));
    }
}
