package org.yol.applications.roster;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.decision.Decided;
import org.yol.applications.decision.Decision;
import org.yol.applications.decision.Decisions;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.PersonalParts;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scored;
import org.yol.applications.review.Scores;
import org.yol.platform.document.Copy;
import org.yol.platform.document.Projection;
import org.yol.platform.document.Results;
import org.yol.platform.document.Summaries;
import org.yol.platform.startup.Preparations;

/** The rows of the tables of all calls, each reckoned anew after anything has happened to what it is reckoned from. */
@Component
@Order(47)
public class Roster implements PersonalData {

    private static final int AT_ONCE = 200;

    private static final List<IndexModel> OF_ROWS = List.of(
            bySubmission("callId"),
            bySubmission("callId", "state"),
            bySubmission("callId", "country"),
            bySubmission("callId", "first"),
            bySubmission("callId", "choices"),
            bySubmission("callId", "unscored"),
            bySubmission("callId", "outcome"),
            bySubmission("callId", "left"),
            new IndexModel(ascending("callId", "name", "_id")),
            new IndexModel(ascending("words", "callId")),
            new IndexModel(ascending("provider", "left", "callId")));

    private static final List<IndexModel> OF_STANDINGS =
            List.of(new IndexModel(compoundIndex(ascending("callId", "placeId"), descending("score", "_id"))));

    private final PersonalParts<Projection<RosterRow>> rows;
    private final PersonalParts<Projection<PlaceStanding>> standings;
    private final Applications applications;
    private final ScoreBoard scores;
    private final Decisions decisions;

    Roster(
            PersonalDatabases databases,
            Applications applications,
            ScoreBoard scores,
            Decisions decisions,
            Preparations preparations) {
        this.rows = databases.each((database, _) -> opened(database, "roster", RosterRow.class, OF_ROWS, preparations));
        this.standings = databases.each(
                (database, _) -> opened(database, "roster-places", PlaceStanding.class, OF_STANDINGS, preparations));
        this.applications = applications;
        this.scores = scores;
        this.decisions = decisions;
        preparations.add("roster", this::fillIn);
    }

    private static IndexModel bySubmission(String... equal) {
        return new IndexModel(compoundIndex(ascending(equal), descending("submittedAt", "_id")));
    }

    private static <C extends Record & Copy> Projection<C> opened(
            MongoDatabase database, String name, Class<C> type, List<IndexModel> indexes, Preparations preparations) {
        MongoCollection<C> stored = database.getCollection(name, type);
        preparations.add("index of " + name, () -> stored.createIndexes(indexes));
        return new Projection<>(stored);
    }

    /**
     * The rows in lists.
     *
     * @param without fields that these do not need, which are null in them
     */
    public Summaries<RosterRow> rows(String... without) {
        return Summaries.of(rows.all().stream()
                .map(part -> part.summaries(List.of(without)))
                .toList());
    }

    /** The standings at single places in lists. */
    public Summaries<PlaceStanding> standings() {
        return Summaries.of(
                standings.all().stream().map(part -> part.summaries(List.of())).toList());
    }

    @EventListener
    void on(Scored scored) {
        refresh(List.of(scored.applicationId()));
    }

    @EventListener
    void on(Decided decided) {
        refresh(List.of(decided.applicationId()));
    }

    /**
     * Reckons the rows of applications anew, from what they are reckoned from as that is now. How they are known is
     * read last: nobody who is erased meanwhile comes back.
     */
    void refresh(Collection<String> some) {
        Set<String> ids = Set.copyOf(some);
        Map<String, Application> found = applications.find(ids);
        Map<String, Scores> scored = scores.of(ids);
        Map<String, Decision> decided = decisions.find(ids);
        Map<String, RosterRow> known = known(ids);
        List<RosterRow> changed = new ArrayList<>();
        List<PlaceStanding> stand = new ArrayList<>();
        found.forEach((id, application) -> {
            RosterRow before = known.get(id);
            Optional<Scores> own = Optional.ofNullable(scored.get(id));
            row(application, own, Optional.ofNullable(decided.get(id)), before).ifPresent(row -> {
                changed.add(row);
                row.standings(RosterRow.scoresOf(application, own), before).forEach(stand::add);
            });
        });
        keep(rows, changed);
        keep(standings, stand);
    }

    private static Optional<RosterRow> row(
            Application application, Optional<Scores> scored, Optional<Decision> decided, RosterRow before) {
        if (!application.isHandedIn()) {
            return Optional.ofNullable(before).map(row -> row.hidden(application.version()));
        }
        RosterRow row = RosterRow.of(application, scored, decided);
        return Optional.of(before != null && before.isOfNobody() ? row.withoutPerson() : row);
    }

    private static <C extends Record & Copy> void keep(PersonalParts<Projection<C>> parts, List<C> changed) {
        changed.stream()
                .collect(Collectors.groupingBy(each -> parts.of(each.id())))
                .forEach(Projection::keep);
    }

    private Map<String, RosterRow> known(Collection<String> ids) {
        Map<String, RosterRow> known = new HashMap<>();
        ids.stream()
                .collect(Collectors.groupingBy(rows::of))
                .forEach((part, some) -> known.putAll(
                        part.find(some).stream().collect(Collectors.toMap(RosterRow::id, Function.identity()))));
        return known;
    }

    /** For applications that were handed in before there was a table. */
    private void fillIn() {
        try (Results<Application> all = applications.all()) {
            for (List<Application> some = all.next(AT_ONCE); !some.isEmpty(); some = all.next(AT_ONCE)) {
                List<String> handedIn = some.stream()
                        .filter(Application::isHandedIn)
                        .map(Application::id)
                        .toList();
                Set<String> known = known(handedIn).keySet();
                refresh(handedIn.stream().filter(id -> !known.contains(id)).toList());
            }
        }
    }

    /** Who it is about goes, and does not come back. */
    @Override
    public void erase(Person person) {
        List<String> ids = person.applications();
        refresh(ids);
        keep(
                rows,
                known(ids).values().stream()
                        .filter(row -> !row.isOfNobody())
                        .map(RosterRow::withoutPerson)
                        .toList());
    }
}
