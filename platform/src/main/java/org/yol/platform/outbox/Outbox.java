package org.yol.platform.outbox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.yol.contracts.Event;
import org.yol.contracts.EventType;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.RecordedAct;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox inside a document: {@code outbox: [{id, seq, type, time, data, traceparent}]}, and for what somebody did
 * {@code {id, time, act}}. Writing it with the state is the transactional outbox pattern (Richardson, Microservices
 * Patterns, 3.3.7) without a transaction.
 */
public final class Outbox {

    private final JsonMapper json;
    private final Clock clock;
    private final TraceContext traceContext;

    public Outbox(JsonMapper json, Clock clock, TraceContext traceContext) {
        this.json = json;
        this.clock = clock;
        this.traceContext = traceContext;
    }

    /**
     * Acts and events as they are pushed into the document.
     *
     * @param version the document's version before the write; the events are numbered from the next
     */
    public BsonArray entries(List<Act> acts, List<Event> events, long version) {
        BsonArray entries = new BsonArray();
        acts.forEach(act -> entries.add(RecordedAct.now(act, clock.instant()).asWaiting()));
        long seq = version;
        for (Event event : events) {
            BsonDocument entry = new BsonDocument(
                            "id", new BsonString(UUID.randomUUID().toString()))
                    .append("seq", new BsonInt64(++seq))
                    .append("type", new BsonString(EventType.of(event).type()))
                    .append("time", new BsonDateTime(clock.millis()))
                    .append("data", new BsonString(json.writeValueAsString(event)));
            traceContext.current().ifPresent(value -> entry.append("traceparent", new BsonString(value)));
            entries.add(entry);
        }
        return entries;
    }
}
