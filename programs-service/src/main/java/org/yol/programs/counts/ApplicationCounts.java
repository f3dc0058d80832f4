package org.yol.programs.counts;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.platform.startup.Preparations;

/**
 * The last known state of each application, {@code {_id, callId, state, seq}}. Counters that are raised and lowered
 * would go wrong with the first event told twice; states cannot.
 */
@Repository
public class ApplicationCounts {

    private final MongoCollection<Document> states;

    ApplicationCounts(MongoDatabase database, Preparations preparations) {
        states = database.getCollection("application_states");
        preparations.add("indexes of application_states", () -> states.createIndex(ascending("callId", "state")));
    }

    /** Keeps the state of an application as of an event, unless that of a later one is known. */
    void keep(ApplicationEvent.Subject application, long seq) {
        Bson older = and(eq("_id", application.applicationId()), lt("seq", seq));
        Bson state = combine(
                set("callId", application.callId()),
                set("state", application.state().name()),
                set("seq", seq));
        try {
            states.updateOne(older, state, new UpdateOptions().upsert(true));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            // Known already, as a rule from this or a later event. Should two first events have met, the later wins.
            states.updateOne(older, state);
        }
    }

    /** The counts of these calls, by call; one without applications is left out. */
    public Map<String, Counts> of(Collection<String> callIds) {
        Map<String, Counts> counts = new HashMap<>();
        Document callAndState = new Document("callId", "$callId").append("state", "$state");
        states.aggregate(List.of(match(in("callId", callIds)), group(callAndState, sum("number", 1))))
                .forEach(group -> {
                    Document key = group.get("_id", Document.class);
                    int number = group.get("number", Number.class).intValue();
                    counts.merge(
                            key.getString("callId"),
                            new Counts(number, isSubmitted(key.getString("state")) ? number : 0),
                            Counts::plus);
                });
        return counts;
    }

    private static boolean isSubmitted(String state) {
        return !state.equals(ApplicationState.DRAFT.name()) && !state.equals(ApplicationState.WITHDRAWN.name());
    }
}
