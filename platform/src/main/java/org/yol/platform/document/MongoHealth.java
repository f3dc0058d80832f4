package org.yol.platform.document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says whether the store answers for the service's own database. Boot's indicator lists all databases of the server,
 * which an account that may use one only may not.
 */
final class MongoHealth implements HealthIndicator {

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private final MongoDatabase database;

    MongoHealth(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(PING);
            return Health.up().build();
        } catch (MongoException away) {
            return Health.down()
                    .withDetail("mongo", away.getClass().getSimpleName())
                    .build();
        }
    }
}
