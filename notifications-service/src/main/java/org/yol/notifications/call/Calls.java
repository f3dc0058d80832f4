package org.yol.notifications.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Projection;

/** The copy of the calls. */
@Component
public class Calls {

    /** More than are ever spoken of in the same second. */
    private static final int RECENT_AT_MOST = 1_000;

    /** As long as it may take at any time until a change of a call is heard of here. */
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final Projection<Call> copies;
    private final Cache<String, Optional<Call>> recent = Caffeine.newBuilder()
            .maximumSize(RECENT_AT_MOST)
            .expireAfterWrite(RECENT)
            .build();

    Calls(MongoDatabase database) {
        this.copies = new Projection<>(database.getCollection("calls", Call.class));
    }

    /** Keeps what is told of a call, unless newer is known already. */
    void keep(Call call) {
        copies.keep(call);
    }

    /**
     * The calls of these ids by id, as they were within the last second: on results day thousands of messages speak of
     * the same one. Those that are not heard of are left out.
     */
    public Map<String, Call> recent(Collection<String> ids) {
        Map<String, Call> known = new HashMap<>();
        recent.getAll(ids, this::find).forEach((id, call) -> call.ifPresent(there -> known.put(id, there)));
        return known;
    }

    private Map<String, Optional<Call>> find(Set<? extends String> ids) {
        Map<String, Optional<Call>> found = new HashMap<>();
        ids.forEach(id -> found.put(id, Optional.empty()));
        copies.find(Set.copyOf(ids)).forEach(call -> found.put(call.id(), Optional.of(call)));
        return found;
    }
}
