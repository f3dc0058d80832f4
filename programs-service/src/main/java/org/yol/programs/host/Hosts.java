package org.yol.programs.host;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;

/** All hosts there are. */
@Repository
public class Hosts {

    private final AggregateCollection<Host> collection;

    Hosts(AggregateCollections collections) {
        collection = collections.open("hosts", Host.class, List.of(new IndexModel(ascending("name", "_id"))));
    }

    /** Those of these ids that exist, by id. */
    public Map<String, Host> find(Collection<String> ids) {
        return collection.find(ids).stream().collect(Collectors.toMap(Host::id, Function.identity()));
    }

    /**
     * Hosts by name.
     *
     * @param text part of the name, null or blank for all
     */
    Page<Host> page(String text, PageRequest request) {
        boolean all = text == null || text.isBlank() || text.indexOf('\0') >= 0;
        return collection.page(
                all ? empty() : regex("name", Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE)),
                Sorting.ascending("name"),
                request);
    }

    /** Adds a host; throws AlreadyExists when it is there. */
    Host add(Host host, RequestIdentity request) {
        return collection.insert(Change.silent(host), request);
    }
}
