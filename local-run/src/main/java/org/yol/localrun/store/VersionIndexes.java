package org.yol.localrun.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;

/**
 * Unique indexes over {@code _id} and {@code version}. The services update by exactly these two keys, and the embedded
 * store scans the whole collection unless a unique index covers exactly the keys of a query. A real MongoDB needs none.
 */
final class VersionIndexes {

    /** The collections with optimistic locking, by database. */
    private static final Map<String, List<String>> COLLECTIONS = Map.of(
            "programs", List.of("programmes", "calls", "hosts", "application_states"),
            "applications", List.of("applications", "calls", "contents"),
            "notifications", List.of("messages", "recipients"));

    private VersionIndexes() {}

    static void create(MongoBackend backend) {
        COLLECTIONS.forEach(
                (database, collections) -> collections.forEach(collection -> create(backend, database, collection)));
    }

    private static void create(MongoBackend backend, String database, String collection) {
        Document index = new Document("key", new Document("_id", 1).append("version", 1))
                .append("name", "id_version")
                .append("unique", true);
        backend.handleCommand(
                // The backend keeps the last error of each connection, so there has to be one.
                new EmbeddedChannel(),
                database,
                "createIndexes",
                new Document("createIndexes", collection)
                        .append("indexes", List.of(index))
                        .append("$db", database));
    }
}
