package org.yol.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yol.platform.test.RealParts;

class ProjectionIT {

    /** A copy of something; a release before did not keep the colour. */
    public record Thing(@BsonId String id, long seq, String name, String colour) implements Copy {}

    private final MongoClient client = MongoClients.create(RealParts.mongodbAddress());
    private final MongoCollection<Thing> things = client.getDatabase(
                    "projection_" + UUID.randomUUID().toString().substring(0, 8))
            .getCollection("things", Thing.class);
    private final Projection<Thing> projection = new Projection<>(things);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void newestWordWinsInWhateverOrderTheyComeAHundredTimesEach() {
        List<Thing> events = new ArrayList<>();
        for (int seq = 1; seq <= 5; seq++) {
            events.addAll(Collections.nCopies(100, new Thing("t", seq, "name " + seq, "red")));
        }
        Collections.shuffle(events, new Random(7));

        events.forEach(projection::keep);

        assertThat(things.find()).containsExactly(new Thing("t", 5, "name 5", "red"));
    }

    @Test
    void newestWordWinsWhenAllComeAtOnce() {
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, 40)
                    .forEach(seq -> tellers.submit(() -> projection.keep(new Thing("t", seq, "name " + seq, "red"))));
        }

        assertThat(things.find()).containsExactly(new Thing("t", 40, "name 40", "red"));
    }

    @Test
    void copyThatLacksAFieldGetsItWhenTheSameIsToldAgain() {
        things.withDocumentClass(Document.class)
                .insertOne(new Document("_id", "t").append("seq", 3L).append("name", "name 3"));

        projection.keep(new Thing("t", 2, "name 2", "blue"));
        assertThat(things.find()).containsExactly(new Thing("t", 3, "name 3", null));

        projection.keep(new Thing("t", 3, "name 3", "red"));
        assertThat(things.find()).containsExactly(new Thing("t", 3, "name 3", "red"));
    }
}
