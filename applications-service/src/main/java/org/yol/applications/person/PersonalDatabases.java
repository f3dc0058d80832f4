package org.yol.applications.person;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.StoredForm;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Turns an id into the database that holds it: the one place that knows where people's data is kept. */
@Component
public class PersonalDatabases {

    private final Map<Residence, MongoDatabase> databases = new EnumMap<>(Residence.class);
    private final AggregateCollections collections;

    PersonalDatabases(
            MongoClient client, MongoDatabase own, AggregateCollections collections, PersonProperties properties) {
        this.collections = collections;
        for (Residence residence : Residence.values()) {
            String name = properties.databases().get(residence);
            databases.put(residence, name == null ? own : client.getDatabase(name));
        }
    }

    /**
     * The database that holds what an id names.
     *
     * @throws Refused not-found for what is no id about a person
     */
    public MongoDatabase of(String id) {
        return databases.get(Residence.ofId(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    }

    /** One of a kind in each of the databases. */
    public <T> PersonalParts<T> each(BiFunction<MongoDatabase, AggregateCollections, T> opening) {
        Map<String, T> opened = new HashMap<>();
        Map<Residence, T> parts = new EnumMap<>(Residence.class);
        databases.forEach((residence, database) -> parts.put(
                residence,
                opened.computeIfAbsent(database.getName(), _ -> opening.apply(database, collections.in(database)))));
        return new PersonalParts<>(parts);
    }

    /** A collection of documents about people, in each of the databases. */
    public <A extends Record & Aggregate> PersonalCollection<A> open(
            String name, Class<A> type, List<IndexModel> indexes) {
        return open(name, type, StoredForm.FIRST, indexes);
    }

    /** The same of documents that are stored in several forms. */
    public <A extends Record & Aggregate> PersonalCollection<A> open(
            String name, Class<A> type, StoredForm form, List<IndexModel> indexes) {
        Map<String, AggregateCollection<A>> opened = new HashMap<>();
        Map<Residence, AggregateCollection<A>> parts = new EnumMap<>(Residence.class);
        databases.forEach((residence, database) -> parts.put(
                residence,
                opened.computeIfAbsent(
                        database.getName(), _ -> collections.in(database).open(name, type, form, indexes))));
        return new PersonalCollection<>(parts);
    }
}
