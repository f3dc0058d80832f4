package org.yol.platform.trail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * An act that has happened.
 *
 * @param id the same however often it is handed on
 * @param at when, in milliseconds
 */
public record RecordedAct(String id, Instant at, Act act) {

    /** One that happens now. */
    public static RecordedAct now(Act act, Instant now) {
        return new RecordedAct(UUID.randomUUID().toString(), Instant.ofEpochMilli(now.toEpochMilli()), act);
    }

    /** As it waits in the document it was done to. */
    public BsonDocument asWaiting() {
        BsonDocument facts = new BsonDocument();
        act.facts().forEach((name, value) -> facts.append(name, new BsonString(value)));
        return new BsonDocument("id", new BsonString(id))
                .append("time", new BsonDateTime(at.toEpochMilli()))
                .append(
                        "act",
                        new BsonDocument("kind", new BsonString(act.kind()))
                                .append("by", text(act.by()))
                                .append("role", text(act.role()))
                                .append("subject", new BsonString(act.subject()))
                                .append("facts", facts));
    }

    /** Whether what waits in a document is an act. */
    public static boolean waitsIn(BsonDocument entry) {
        return entry.containsKey("act");
    }

    /** What {@link #asWaiting} has made. */
    public static RecordedAct read(BsonDocument entry) {
        BsonDocument act = entry.getDocument("act");
        Map<String, String> facts = new HashMap<>();
        act.getDocument("facts")
                .forEach((name, value) -> facts.put(name, value.asString().getValue()));
        return new RecordedAct(
                entry.getString("id").getValue(),
                Instant.ofEpochMilli(entry.getDateTime("time").getValue()),
                new Act(
                        act.getString("kind").getValue(),
                        text(act.get("by")),
                        text(act.get("role")),
                        act.getString("subject").getValue(),
                        facts));
    }

    private static BsonValue text(String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static String text(BsonValue value) {
        return value.isNull() ? null : value.asString().getValue();
    }
}
