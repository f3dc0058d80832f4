package org.yol.notifications;

import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.EventType;
import org.yol.contracts.NominationsWanted;
import org.yol.contracts.ReviewsWanted;
import org.yol.contracts.SelectionEvent;
import org.yol.contracts.Topics;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.json.JsonMapper;

/** Plays the applications-service. */
public final class Applications implements AutoCloseable {

    private final EventProbe broker = EventProbe.listeningTo(Topics.deadLetters(Topics.APPLICATIONS));

    /** Tells what happened to an application as its event of that number. */
    public void tell(ApplicationEvent event, long seq) {
        broker.tell(
                EventType.of(event),
                event.application().applicationId(),
                seq,
                JsonMapper.shared().writeValueAsString(event));
    }

    /** Tells that a call waits for the list of an authority. */
    public void tell(NominationsWanted wanted, long seq) {
        broker.tell(
                EventType.of(wanted), wanted.callId(), seq, JsonMapper.shared().writeValueAsString(wanted));
    }

    /** Tells that reviewers have reviews to make. */
    public void tell(ReviewsWanted wanted, long seq) {
        broker.tell(
                EventType.of(wanted), wanted.callId(), seq, JsonMapper.shared().writeValueAsString(wanted));
    }

    /** Tells what happened to a selection. */
    public void tell(SelectionEvent event, long seq) {
        broker.tell(
                EventType.of(event),
                event.selectionId(),
                seq,
                JsonMapper.shared().writeValueAsString(event));
    }

    /** The broker itself, for what is no event and for the dead letters. */
    public EventProbe broker() {
        return broker;
    }

    @Override
    public void close() {
        broker.close();
    }
}
