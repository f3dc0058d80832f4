package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;

/** Those who may be asked to review. */
@Component
public class Reviewers {

    /** More than there are of all universities. */
    private static final int KEPT_AT_MOST = 10_000;

    private final AggregateCollection<Reviewer> reviewers;
    private final Clock clock;
    private final Cache<String, Reviewer> recent =
            Caffeine.newBuilder().maximumSize(KEPT_AT_MOST).build();

    Reviewers(AggregateCollections collections, Clock clock) {
        this.reviewers = collections.open(
                "reviewers", Reviewer.class, List.of(new IndexModel(ascending("organization", "_id"))));
        this.clock = clock;
    }

    /** Somebody is here: written down once a day, and when something is new. */
    void remember(Caller caller) {
        Reviewer seen = Reviewer.of(caller, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Reviewer known = recent.getIfPresent(seen.id());
        if (known != null && known.isAs(seen)) {
            return;
        }
        recent.put(seen.id(), keep(seen));
    }

    private Reviewer keep(Reviewer seen) {
        Optional<Reviewer> known = reviewers.find(seen.id());
        if (known.isEmpty()) {
            try {
                return reviewers.insert(Change.silent(seen), RequestIdentity.ofCause("reviewer", seen.id()));
            } catch (AlreadyExists _) {
                // Seen by another replica in the same moment.
            }
        }
        return known.filter(stored -> stored.isAs(seen))
                .orElseGet(() -> reviewers.change(seen.id(), stored -> stored.seenAs(seen)));
    }

    /** All of these universities, by name. */
    List<Reviewer> of(Collection<String> organizations) {
        return reviewers.list(in("organization", organizations)).stream()
                .sorted(Comparator.comparing(Reviewer::name).thenComparing(Reviewer::id))
                .toList();
    }

    /** Those of these accounts that are known, by account. */
    Map<String, Reviewer> find(Collection<String> accounts) {
        return reviewers.find(accounts).stream().collect(Collectors.toMap(Reviewer::id, Function.identity()));
    }

    /** What those of these accounts are called that are known, by account. */
    public Map<String, String> names(Collection<String> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : reviewers.find(accounts).stream().collect(Collectors.toMap(Reviewer::id, Reviewer::name));
    }
}
