package org.yol.platform.document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says whether the store answers for the service's own database. Boot's indicator lists all databases of the server,
 * which an account that may use one only may not. And whether this release can read what the store holds.
 */
final class MongoHealth implements HealthIndicator {

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private final MongoDatabase database;
    private final AggregateCollections collections;

    MongoHealth(MongoDatabase database, AggregateCollections collections) {
        this.database = database;
        this.collections = collections;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(PING);
            Map<String, String> unreadable = collections.unreadable();
            return unreadable.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetails(unreadable).build();
        } catch (MongoException away) {
            return Health.down()
                    .withDetail("mongo", away.getClass().getSimpleName())
                    .build();
        }
    }
}
