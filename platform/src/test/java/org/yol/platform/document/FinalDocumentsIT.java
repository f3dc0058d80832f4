package org.yol.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yol.platform.test.RealParts;

class FinalDocumentsIT {

    /** Something that does not change; a release before did not keep how long it is, nor its parts. */
    public record Page(@BsonId String id, String text, long length, List<String> parts) {}

    private final MongoClient client = MongoClients.create(RealParts.mongodbAddress());
    private final MongoDatabase database =
            client.getDatabase("final_" + UUID.randomUUID().toString().substring(0, 8));
    private final FinalDocuments<Page> pages = new FinalDocuments<>(database, "pages", Page.class);

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void firstStays() {
        Page first = new Page("p-1", "first", 5, List.of("fi", "rst"));

        assertThat(pages.keep(first)).isTrue();
        assertThat(pages.keep(new Page("p-1", "second", 6, List.of()))).isFalse();

        assertThat(pages.find("p-1")).contains(first);
        assertThat(pages.find("p-2")).isEmpty();
    }

    @Test
    void componentsAddedSinceAreReadAsNothing() {
        database.getCollection("pages").insertOne(new Document("_id", "p-1").append("text", "first"));

        assertThat(pages.find("p-1")).contains(new Page("p-1", "first", 0, List.of()));
    }
}
