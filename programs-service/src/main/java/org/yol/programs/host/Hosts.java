package org.yol.programs.host;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.StoredForm;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.startup.Preparations;
import org.yol.programs.names.Folded;

/** All hosts there are. They number some thousands at most, so that looking at each of them is no matter. */
@Repository
public class Hosts {

    /** At first a host had one name. */
    private static final StoredForm FORM =
            StoredForm.FIRST.then(host -> host.append("names", new BsonDocument("en", host.get("name"))));

    private static final int WORDS = 10;

    private final AggregateCollection<Host> collection;

    Hosts(AggregateCollections collections, Preparations preparations) {
        collection = collections.open(
                "hosts",
                Host.class,
                FORM,
                List.of(
                        new IndexModel(ascending("name", "_id")),
                        new IndexModel(
                                ascending("domains"),
                                new IndexOptions().unique(true).sparse(true))));
        preparations.add(
                "searched words of hosts",
                () -> collection.fillIn("searched", host -> new BsonString(host.searched())));
    }

    /** Those of these ids that exist, by id. */
    public Map<String, Host> find(Collection<String> ids) {
        return collection.find(ids).stream().collect(Collectors.toMap(Host::id, Function.identity()));
    }

    /** The host of that id; refused as not-found when there is none. */
    Host get(String id) {
        return collection.find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** Each of them. */
    List<Host> all() {
        return collection.list(empty());
    }

    /**
     * Hosts by name.
     *
     * @param text words that all have to occur in their names or domain names, in any language; null or blank for all
     */
    Page<Host> page(String text, PageRequest request) {
        return collection.page(containing(text), Sorting.ascending("name"), request);
    }

    private static Bson containing(String text) {
        List<Bson> words = text == null
                ? List.of()
                : Arrays.stream(Folded.of(text).split(" "))
                        .filter(word -> !word.isEmpty())
                        .limit(WORDS)
                        .map(word -> regex("searched", Pattern.quote(word)))
                        .toList();
        return words.isEmpty() ? empty() : and(words);
    }

    /**
     * Adds a host; throws AlreadyExists when another has its id.
     *
     * @throws Refused field-errors when another has one of its domain names
     */
    Host add(Host host, RequestIdentity request) {
        return unlessDomainIsTaken(() -> collection.insert(Change.silent(host), request));
    }

    /** What this request has made of a host, if it is the one that added it. */
    Optional<Host> addedBefore(Host host, RequestIdentity request) {
        try {
            return Optional.of(add(host, request));
        } catch (AlreadyExists _) {
            return Optional.empty();
        }
    }

    /** @throws Refused stale-version, not-found, or field-errors when another has one of its domain names */
    Host change(String id, ExpectedVersion seen, Function<Host, Change<Host>> operation) {
        return unlessDomainIsTaken(() -> collection.change(id, Guard.none(), seen, operation));
    }

    private static Host unlessDomainIsTaken(Supplier<Host> write) {
        try {
            return write.get();
        } catch (MongoServerException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            throw Refused.because(List.of(FieldError.of("/domains", "host.domain.taken")));
        }
    }
}
