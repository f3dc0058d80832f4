package org.yol.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the release before RocksDB kept: twenty applications in its file, then one more, one changed and one deleted in
 * its journal, as they were when its process was killed.
 */
class EarlierFileIT {

    private static final Path KEPT = Path.of("src/test/resources/earlier");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void keepsAllThatTheEarlierReleaseAnsweredForWithItsIndexes() throws Exception {
        compare();
        assertThat(folder).isDirectoryNotContaining("glob:**store.mv*");

        compare();
    }

    @Test
    void leavesOutWhatWasNotAllInTheJournal() throws Exception {
        Files.write(
                folder.resolve("store.mv.journal-3"),
                new byte[] {0, 0, 2, 0, 1, 2, 3, 4, 5},
                StandardOpenOption.APPEND);

        compare();
    }

    @Test
    void beginsAnewWhenItWasStoppedInBetween() throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("documents.part")).resolve("CURRENT"), "nonsense");

        compare();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void forgetsAFileWhoseCopyIsComplete() throws Exception {
        DurableBackend.open(folder).close();
        copy();
        Files.writeString(folder.resolve("store.mv"), "half deleted");

        compare();
        assertThat(folder).isDirectoryNotContaining("glob:**store.mv*");
    }

    private void compare() {
        MongoServer server = new MongoServer(DurableBackend.open(folder));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> applications =
                    client.getDatabase("applications").getCollection("applications");
            assertThat(applications.find().sort(new Document("number", 1)))
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 20)
                            .filter(number -> number != 4)
                            .mapToObj(EarlierFileIT::application)
                            .toList());
            assertThat(applications.countDocuments()).isEqualTo(20);
            assertThat(applications.estimatedDocumentCount()).isEqualTo(20);
            for (String student : List.of("s-0", "s-1", "s-2")) {
                assertThat(applications.countDocuments(eq("student", student)))
                        .as("applications of %s", student)
                        .isEqualTo(IntStream.rangeClosed(0, 20)
                                .filter(number ->
                                        number != 4 && studentOf(number).equals(student))
                                .count());
            }
            assertThatThrownBy(() -> applications.insertOne(application(20).append("_id", "other")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("duplicate key");
        } finally {
            server.shutdown();
        }
    }

    private static Document application(int number) {
        return new Document("_id", "id-" + number).append("number", number).append("student", studentOf(number));
    }

    private static String studentOf(int number) {
        return number == 3 ? "s-1" : "s-" + number % 3;
    }
}
