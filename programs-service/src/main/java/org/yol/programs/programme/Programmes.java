package org.yol.programs.programme;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** All programmes, published or not. */
@Repository
public class Programmes {

    private final AggregateCollection<Programme> collection;
    private final ApplicationEventPublisher changes;

    Programmes(AggregateCollections collections, ApplicationEventPublisher changes) {
        this.collection = collections.open("programmes", Programme.class, List.of());
        this.changes = changes;
    }

    /** The programme of that id, whoever may see it. */
    public Optional<Programme> find(String id) {
        return collection.find(id);
    }

    /** The programme of that id, whoever may see it; refused as not-found when there is none. */
    public Programme get(String id) {
        return find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The ids of all programmes, one by one. */
    public Iterable<String> ids() {
        return collection.documents().find().map(Programme::id);
    }

    /** Shows a programme to everybody; nothing happens when it is shown already. */
    public Programme publish(String id) {
        return told(collection.change(id, Programme::publish));
    }

    Programme add(Programme programme, RequestIdentity request) {
        return told(collection.insert(Change.silent(programme), request));
    }

    Programme change(String id, ExpectedVersion seen, Function<Programme, Change<Programme>> operation) {
        return told(collection.change(id, seen, operation));
    }

    private Programme told(Programme programme) {
        changes.publishEvent(new ProgrammeChanged(programme.id()));
        return programme;
    }
}
