package org.yol.platform.document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.yol.platform.due.DueWorks;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.startup.Preparations;

/** The service's own database and the way to open collections in it. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
class DocumentAutoConfiguration {

    /** An operation takes milliseconds: with more at once the store only becomes slower for each. */
    private static final int CONNECTIONS = 100;

    /** Made at once. The driver's 2 let a rush after a quiet night wait for connections longer than for answers. */
    private static final int CONNECTING = 8;

    /**
     * A request must not hang on a store that is away: it is refused in time to be sent again. And what was answered as
     * written outlives a crash of the server that took it.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer timeoutsAndDurability() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS)
                        .maxConnecting(CONNECTING)
                        .maxWaitTime(5, TimeUnit.SECONDS)
                        .maxConnectionIdleTime(5, TimeUnit.MINUTES))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${yol.database}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    AggregateCollections aggregateCollections(
            MongoDatabase database, Outbox outbox, OutboxRelay relay, DueWorks works, Preparations preparations) {
        return new AggregateCollections(database, outbox, relay, works, preparations);
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoDatabase database, AggregateCollections collections) {
        return new MongoHealth(database, collections);
    }
}
