package org.yol.applications.review;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Summaries;

/** The scores of all applications that have been reviewed. */
@Component
public class ScoreBoard {

    private final PersonalCollection<Scores> scores;
    private final ApplicationEventPublisher events;

    ScoreBoard(PersonalDatabases databases, ApplicationEventPublisher events) {
        this.events = events;
        this.scores = databases.open(
                "scores",
                Scores.class,
                List.of(
                        new IndexModel(compoundIndex(ascending("callId"), descending("highest", "_id"))),
                        new IndexModel(compoundIndex(ascending("callId"), descending("widest", "_id")))));
    }

    /** The scores of these applications, by application; one that nobody has reviewed is left out. */
    public Map<String, Scores> of(Collection<String> applicationIds) {
        return scores.find(applicationIds);
    }

    /** The scores in lists. */
    public Summaries<Scores> summaries() {
        return scores.summaries();
    }

    void keep(Scores reckoned) {
        AggregateCollection<Scores> own = scores.of(reckoned.id());
        Scores known = own.find(reckoned.id())
                .orElseGet(() -> own.insert(Change.silent(reckoned), RequestIdentity.ofCause("scores", reckoned.id())));
        if (known.seq() < reckoned.seq()) {
            own.change(reckoned.id(), current -> Change.silent(current.or(reckoned)));
        }
        events.publishEvent(new Scored(reckoned.id()));
    }
}
