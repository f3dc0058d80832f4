package org.yol.programs.counts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.Projection;
import org.yol.platform.startup.Preparations;

/**
 * The last known state of each application, and what they add up to for each call. The numbers go first and say which
 * states they have moved by, then the states follow: so that whatever is told again, late or by two at once counts
 * once, and nobody who looks at a call has to wait for a sum over its applications.
 */
@Repository
public class ApplicationCounts {

    private final MongoCollection<CountedApplication> states;
    private final MongoCollection<CallCount> counts;
    private final Projection<CallCount> numbers;
    private final Projection<CountedApplication> copies;

    ApplicationCounts(MongoDatabase database, Preparations preparations) {
        states = database.getCollection("application_states", CountedApplication.class);
        counts = database.getCollection("call_counts", CallCount.class);
        numbers = new Projection<>(counts);
        copies = new Projection<>(states);
        preparations.add("indexes of application_states", () -> states.createIndex(ascending("callId")));
    }

    /** Counts applications as of some events, unless those of later ones are counted. */
    void keep(Collection<CountedApplication> told) {
        Map<String, CountedApplication> newest = told.stream()
                .collect(Collectors.toMap(CountedApplication::id, Function.identity(), CountedApplication::or));
        List<CountedApplication> news = new ArrayList<>();
        newest.values().stream()
                .collect(Collectors.groupingBy(CountedApplication::callId))
                .forEach((callId, ofCall) -> news.addAll(count(callId, ofCall)));
        copies.keep(news);
    }

    /** @return those that were not known yet */
    private List<CountedApplication> count(String callId, List<CountedApplication> told) {
        while (true) {
            CallCount stands = numbers.find(callId).orElse(null);
            CallCount current = stands == null ? sum(callId) : stands;
            Map<String, CountedApplication> kept =
                    byId(copies.find(Stream.concat(told.stream(), current.moved().stream())
                            .map(CountedApplication::id)
                            .distinct()
                            .toList()));
            CallCount next = current.told(told, kept);
            if (next == stands || replaced(stands, next)) {
                return told.stream().filter(one -> !one.isIn(kept)).toList();
            }
        }
    }

    /** @return false when somebody else has counted in the meantime */
    private boolean replaced(CallCount stands, CallCount next) {
        if (stands != null) {
            return counts.replaceOne(and(eq("_id", next.id()), eq("seq", stands.seq())), next)
                            .getMatchedCount()
                    > 0;
        }
        try {
            counts.insertOne(next);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    /** Where the fold begins: with what an older release has kept of a call's applications; with nothing as a rule. */
    private CallCount sum(String callId) {
        Counts sum = copies.all(eq("callId", callId)).stream()
                .map(CountedApplication::counts)
                .reduce(Counts.NONE, Counts::plus);
        return new CallCount(callId, 0, sum.started(), sum.submitted(), List.of());
    }

    private static Map<String, CountedApplication> byId(Collection<CountedApplication> applications) {
        return applications.stream().collect(Collectors.toMap(CountedApplication::id, Function.identity()));
    }

    /** The counts of these calls, by call; one without applications is left out. */
    public Map<String, Counts> of(Collection<String> callIds) {
        Map<String, Counts> known = new HashMap<>();
        numbers.find(callIds).forEach(count -> known.put(count.id(), count.counts()));
        List<String> others =
                callIds.stream().filter(id -> !known.containsKey(id)).toList();
        if (!others.isEmpty()) {
            states.distinct("callId", in("callId", others), String.class)
                    .forEach(callId -> known.put(callId, counted(callId).counts()));
        }
        return known;
    }

    /** The numbers of a call whose applications an older release has kept, added up once and kept from then on. */
    private CallCount counted(String callId) {
        CallCount sum = sum(callId);
        return replaced(null, sum) ? sum : numbers.find(callId).orElse(sum);
    }
}
