package org.yol.programs.counts;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Projection;
import org.yol.platform.startup.Preparations;

/**
 * The last known state of each application. Counters that are raised and lowered would go wrong with the first event
 * told twice; states cannot.
 */
@Repository
public class ApplicationCounts {

    private final MongoCollection<CountedApplication> states;
    private final Projection<CountedApplication> copies;

    ApplicationCounts(MongoDatabase database, Preparations preparations) {
        states = database.getCollection("application_states", CountedApplication.class);
        copies = new Projection<>(states);
        preparations.add("indexes of application_states", () -> states.createIndex(ascending("callId", "state")));
    }

    /** Keeps the state of an application as of an event, unless that of a later one is known. */
    void keep(ApplicationEvent.Subject application, long seq) {
        copies.keep(
                new CountedApplication(application.applicationId(), seq, application.callId(), application.state()));
    }

    /** The counts of these calls, by call; one without applications is left out. */
    public Map<String, Counts> of(Collection<String> callIds) {
        Map<String, Counts> counts = new HashMap<>();
        Document callAndState = new Document("callId", "$callId").append("state", "$state");
        states.aggregate(List.of(match(in("callId", callIds)), group(callAndState, sum("number", 1))), Document.class)
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
        return !ApplicationState.DRAFT.name().equals(state)
                && !ApplicationState.WITHDRAWN.name().equals(state);
    }
}
