package org.yol.applications.person;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.StoredForm;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Turns an id into the database that holds it: the one place that knows where people's data is kept. */
@Component
public class PersonalDatabases implements AutoCloseable {

    private final Map<Residence, MongoDatabase> databases = new EnumMap<>(Residence.class);
    private final List<MongoClient> others = new ArrayList<>();
    private final AggregateCollections collections;

    /** @param settings how the service's own client is set, and so every other */
    PersonalDatabases(
            MongoClient client,
            MongoDatabase own,
            AggregateCollections collections,
            PersonProperties properties,
            ObjectProvider<MongoClientSettingsBuilderCustomizer> settings) {
        this.collections = collections;
        Map<String, MongoDatabase> named = new HashMap<>();
        for (Residence residence : Residence.values()) {
            String where = properties.databases().get(residence);
            databases.put(
                    residence,
                    where == null ? own : named.computeIfAbsent(where, _ -> database(where, client, settings)));
        }
    }

    /** A name is that of a database of the service's own server; an address says which server, and which of it. */
    private MongoDatabase database(
            String where, MongoClient own, ObjectProvider<MongoClientSettingsBuilderCustomizer> settings) {
        if (!where.startsWith("mongodb://") && !where.startsWith("mongodb+srv://")) {
            return own.getDatabase(where);
        }
        ConnectionString address = new ConnectionString(where);
        if (address.getDatabase() == null) {
            throw new IllegalArgumentException(
                    "The address of a country's database has to name the database too: mongodb://host/database");
        }
        MongoClientSettings.Builder builder = MongoClientSettings.builder();
        settings.orderedStream().forEach(each -> each.customize(builder));
        MongoClient other =
                MongoClients.create(builder.applyConnectionString(address).build());
        others.add(other);
        return other.getDatabase(address.getDatabase());
    }

    @Override
    public void close() {
        others.forEach(MongoClient::close);
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
        Map<MongoDatabase, T> opened = new HashMap<>();
        Map<Residence, T> parts = new EnumMap<>(Residence.class);
        databases.forEach((residence, database) -> parts.put(
                residence, opened.computeIfAbsent(database, _ -> opening.apply(database, collections.in(database)))));
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
        Map<MongoDatabase, AggregateCollection<A>> opened = new HashMap<>();
        Map<Residence, AggregateCollection<A>> parts = new EnumMap<>(Residence.class);
        databases.forEach((residence, database) -> parts.put(
                residence,
                opened.computeIfAbsent(database, _ -> collections.in(database).open(name, type, form, indexes))));
        return new PersonalCollection<>(parts);
    }
}
