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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Projection;
import org.yol.platform.document.Results;
import org.yol.platform.startup.Preparations;

/**
 * The last known state of each application, and what they add up to for each call and country. The numbers go first and
 * say which states they have moved by, then the states follow: so that whatever is told again, late or by two at once
 * counts once, and nobody who looks at a call has to wait for a sum over its applications.
 */
@Repository
public class ApplicationCounts {

    /** What moved is as long as a rush, and no number. */
    private static final List<String> COUNTING_ONLY = List.of("moved");

    private static final Set<ApplicationState> WAITING = EnumSet.of(
            ApplicationState.SUBMITTED,
            ApplicationState.RETURNED,
            ApplicationState.UNDER_REVIEW,
            ApplicationState.SELECTED,
            ApplicationState.OFFERED);

    private final MongoCollection<CountedApplication> states;
    private final MongoCollection<CallCount> counts;
    private final Projection<CallCount> numbers;
    private final Projection<CountedApplication> copies;
    private final ClosingTimes closing;
    private final PublicRounding rounding;

    ApplicationCounts(
            MongoDatabase database, Preparations preparations, ClosingTimes closing, PublicRounding rounding) {
        this.states = database.getCollection("application_states", CountedApplication.class);
        this.counts = database.getCollection("country_counts", CallCount.class);
        this.numbers = new Projection<>(counts);
        this.copies = new Projection<>(states);
        this.closing = closing;
        this.rounding = rounding;
        preparations.add("indexes of application_states", () -> states.createIndex(ascending("callId")));
    }

    /** Counts applications as of some events, unless those of later ones are counted. */
    void keep(Collection<ToldApplication> told) {
        Map<String, CountedApplication> newest = told.stream()
                .map(one -> one.counted(closing))
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
        Map<String, Tally> sum = copies.all(eq("callId", callId)).stream()
                .collect(Collectors.groupingBy(
                        CountedApplication::group,
                        Collectors.reducing(Tally.NONE, CountedApplication::tally, Tally::plus)));
        return new CallCount(callId, 0, sum, List.of());
    }

    private static Map<String, CountedApplication> byId(Collection<CountedApplication> applications) {
        return applications.stream().collect(Collectors.toMap(CountedApplication::id, Function.identity()));
    }

    /** How many people these calls have reached, to the last of them, by call; one without applications is left out. */
    public Map<String, Counts> of(Collection<String> callIds) {
        return known(callIds).stream().collect(Collectors.toMap(CallCount::id, count -> Counts.of(count.sum())));
    }

    /** How many applications to these calls wait for a decision, or for an answer to an offer. */
    public int waiting(Collection<String> callIds) {
        if (callIds.isEmpty()) {
            return 0;
        }
        List<String> states = WAITING.stream().map(ApplicationState::name).toList();
        return Math.toIntExact(this.states.countDocuments(and(in("callId", callIds), in("state", states))));
    }

    /** The same as everybody may know it. */
    public Map<String, Counts> rounded(Collection<String> callIds) {
        Rounding shown = rounding.get();
        return known(callIds).stream()
                .map(count -> PublicCount.of(count, shown))
                .collect(Collectors.toMap(PublicCount::callId, count -> Counts.of(count.sum())));
    }

    /** How many people of an exchange go between which of its universities, to the last of them. */
    public Map<Movement, Tally> movements(String callId) {
        return numbers.find(callId).map(CallCount::movements).orElse(Map.of());
    }

    /** The same as everybody may know it. */
    public Map<Movement, Tally> roundedMovements(String callId) {
        return numbers.find(callId)
                .map(count -> PublicCount.of(count, rounding.get()).movements())
                .orElse(Map.of());
    }

    /** What everybody may know of every call that anybody applied to. */
    public List<PublicCount> all() {
        Rounding shown = rounding.get();
        List<PublicCount> all = new ArrayList<>();
        try (Results<CallCount> each = numbers.all(COUNTING_ONLY)) {
            each.forEachRemaining(count -> all.add(PublicCount.of(count, shown)));
        }
        return all;
    }

    private List<CallCount> known(Collection<String> callIds) {
        List<CallCount> known = new ArrayList<>(numbers.find(callIds));
        Set<String> found = known.stream().map(CallCount::id).collect(Collectors.toSet());
        List<String> others = callIds.stream().filter(id -> !found.contains(id)).toList();
        if (!others.isEmpty()) {
            states.distinct("callId", in("callId", others), String.class).forEach(callId -> known.add(counted(callId)));
        }
        return known;
    }

    /** The numbers of a call whose applications an older release has kept, added up once and kept from then on. */
    private CallCount counted(String callId) {
        CallCount sum = sum(callId);
        return replaced(null, sum) ? sum : numbers.find(callId).orElse(sum);
    }
}
