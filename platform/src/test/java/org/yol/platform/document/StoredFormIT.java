package org.yol.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.note.NoteStore;

class StoredFormIT {

    private static final StoredForm SECOND = StoredForm.FIRST.then(document -> document.append(
            "title", new BsonString("<" + document.remove("name").asString().getValue() + ">")));

    private final NoteStore store = new NoteStore(null);
    private AggregateCollections collections;
    private MongoCollection<BsonDocument> stored;

    @BeforeEach
    void open() {
        store.database().createCollection("badges");
        stored = store.database().getCollection("badges", BsonDocument.class);
        collections = store.collections();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** As it is today. */
    public record Badge(@BsonId String id, long version, String title) implements Aggregate {

        Badge renamed(String newTitle) {
            return new Badge(id, version, newTitle);
        }
    }

    /** With everything that may have been added. */
    public record Grown(
            @BsonId String id,
            long version,
            String title,
            int rank,
            boolean shown,
            long size,
            double share,
            Instant at,
            List<String> tags,
            Map<String, String> texts,
            List<Line> lines,
            Map<String, List<Line>> named,
            Line first)
            implements Aggregate {}

    /** A part of a document, which may grow as well. */
    public record Line(String text, int level, List<String> marks) {}

    /** A copy that has grown. */
    public record GrownCopy(@BsonId String id, long seq, String title, boolean shown, List<Line> lines)
            implements Copy {}

    @Test
    void documentOfAnOlderFormIsReadInTheNewestAndStaysAsItIs() {
        BsonDocument old = insert("{_id: 'b-1', version: 3, storedForm: 1, name: 'Tsukuba', outbox: [], requests: []}");

        assertThat(badges().find("b-1")).contains(new Badge("b-1", 3, "<Tsukuba>"));
        assertThat(badges().list(new BsonDocument())).containsExactly(new Badge("b-1", 3, "<Tsukuba>"));

        assertThat(asStored()).isEqualTo(old);
    }

    @Test
    void documentOfAnOlderFormIsWrittenInTheNewestWithNothingLeftOfTheOld() {
        insert("{_id: 'b-1', version: 3, storedForm: 1, name: 'Tsukuba', outbox: [], requests: []}");

        Badge renamed = badges().change("b-1", badge -> Change.silent(badge.renamed("Kyoto")));

        assertThat(renamed).isEqualTo(new Badge("b-1", 4, "Kyoto"));
        assertThat(asStored())
                .containsOnlyKeys("_id", "version", "storedForm", "title", "outbox", "requests")
                .containsEntry("storedForm", new BsonInt32(2))
                .containsEntry("title", new BsonString("Kyoto"));
        assertThat(badges().find("b-1")).contains(renamed);
    }

    @Test
    void whatANewerReleaseHasAddedToTheSameFormStays() {
        insert("{_id: 'b-1', version: 3, storedForm: 2, title: 'Tsukuba', colour: 'blue', outbox: [], requests: []}");

        badges().change("b-1", badge -> Change.silent(badge.renamed("Kyoto")));

        assertThat(asStored()).containsEntry("colour", new BsonString("blue"));
    }

    @Test
    void workWithADocumentOfAnOlderFormSeesItInTheNewestAlsoWhenItFails() {
        insert("{_id: 'b-1', version: 3, storedForm: 1, name: 'Tsukuba', due: {step: {due: {$date: 0}, attempts: 0}}}");
        List<Badge> seen = new ArrayList<>();
        WorkPlan once = new WorkPlan(
                "step",
                Duration.ofSeconds(30),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1));
        DueWork work = badges().work(once, new Task<Badge>() {
            @Override
            public Outcome perform(Badge badge, Claim claim) {
                seen.add(badge);
                throw new IllegalStateException("no");
            }

            @Override
            public void abandon(Badge badge) {
                seen.add(badge);
            }
        });
        NoteStore.awaitIndex(stored, "due.step.due_1");

        work.performNow("b-1");

        assertThat(seen).hasSize(2).containsOnly(new Badge("b-1", 3, "<Tsukuba>"));
    }

    @Test
    void componentsAddedSinceAreReadAsNullZeroFalseOrEmpty() {
        insert("""
                {_id: 'b-1', version: 3, storedForm: 1, title: null, lines: [{text: 'a'}], named: {x: [{text: 'b', level: 2}]},
                 first: {}, size: null}""");

        Grown grown =
                collections.open("badges", Grown.class, List.of()).find("b-1").orElseThrow();

        assertThat(grown)
                .isEqualTo(new Grown(
                        "b-1",
                        3,
                        null,
                        0,
                        false,
                        0,
                        0,
                        null,
                        List.of(),
                        Map.of(),
                        List.of(new Line("a", 0, List.of())),
                        Map.of("x", List.of(new Line("b", 2, List.of()))),
                        new Line(null, 0, List.of())));
    }

    @Test
    void componentsAddedToACopySinceAreReadTheSameWay() {
        insert("{_id: 'c-1', seq: 7, title: 'Tsukuba', lines: [{text: 'a'}]}");
        var copies = new Projection<>(store.database().getCollection("badges", GrownCopy.class));
        GrownCopy grown = new GrownCopy("c-1", 7, "Tsukuba", false, List.of(new Line("a", 0, List.of())));

        assertThat(copies.find("c-1")).contains(grown);
        assertThat(copies.find(List.of("c-1", "c-2"))).containsExactly(grown);
        assertThat(copies.find(List.of())).isEmpty();
    }

    @Test
    void storeOfBeforeFormsWereNumberedIsRefusedUntilItIsEmptied() {
        insert("{_id: 'b-1', version: 3, name: 'Tsukuba', outbox: [], requests: []}");
        AggregateCollection<Badge> badges = badges();
        MongoHealth health = new MongoHealth(store.database(), collections);

        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> badges.find("b-1"))
                .withMessageContaining("Start with an empty store");
        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> badges.change("b-1", badge -> Change.silent(badge.renamed("Kyoto"))));
        Health down = await().until(health::health, answer -> answer.getStatus().equals(Status.DOWN));
        assertThat(down.getDetails().get(stored.getNamespace().getFullName()))
                .asString()
                .contains("Start with an empty store");

        stored.drop();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void storeOfANewerReleaseIsRefusedWithItsOwnWord() {
        insert("{_id: 'b-1', version: 3, storedForm: 3, title: 'Tsukuba', outbox: [], requests: []}");
        AggregateCollection<Badge> badges = badges();
        MongoHealth health = new MongoHealth(store.database(), collections);

        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> badges.find("b-1"))
                .withMessageContaining("Run the release that wrote them, or a newer one");
        Health down = await().until(health::health, answer -> answer.getStatus().equals(Status.DOWN));
        assertThat(down.getDetails().get(stored.getNamespace().getFullName()))
                .asString()
                .contains("form 3");
    }

    @Test
    void documentOfBeforeInOneDatabaseIsNotOutweighedByAnother() {
        insert("{_id: 'b-1', version: 3, name: 'Tsukuba', outbox: [], requests: []}");
        MongoDatabase other = store.anotherDatabase();
        other.createCollection("badges");
        MongoHealth health = new MongoHealth(store.database(), collections);
        badges();
        await().until(health::health, answer -> answer.getStatus().equals(Status.DOWN));

        collections.in(other).open("badges", Badge.class, SECOND, List.of());

        NoteStore.awaitIndex(other.getCollection("badges"), "due.telling.due_1");
        assertThat(health.health().getDetails())
                .containsOnlyKeys(stored.getNamespace().getFullName());
        assertThat(collections.opened())
                .extracting(collection -> collection.stored().getNamespace().getDatabaseName())
                .containsExactly(store.database().getName(), other.getName());
    }

    /** Each takes a name that every document keeps for itself. */
    public record WithForm(@BsonId String id, long version, int storedForm) implements Aggregate {}

    public record WithOutbox(@BsonId String id, long version, List<String> outbox) implements Aggregate {}

    public record WithRequests(@BsonId String id, long version, List<String> requests) implements Aggregate {}

    public record WithDue(@BsonId String id, long version, Instant due) implements Aggregate {}

    @Test
    void componentNamedLikeAFieldOfThePlatformIsRefusedAtTheStart() {
        assertRefused(WithForm.class);
        assertRefused(WithOutbox.class);
        assertRefused(WithRequests.class);
        assertRefused(WithDue.class);
    }

    private <A extends Record & Aggregate> void assertRefused(Class<A> type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collections.open("badges", type, List.of()))
                .withMessageContaining("keeps for itself");
    }

    private AggregateCollection<Badge> badges() {
        AggregateCollection<Badge> badges = collections.open("badges", Badge.class, SECOND, List.of());
        NoteStore.awaitIndex(stored, "due.telling.due_1");
        return badges;
    }

    private BsonDocument insert(String json) {
        BsonDocument document = BsonDocument.parse(json);
        stored.insertOne(document);
        return document;
    }

    private BsonDocument asStored() {
        return stored.find().first();
    }
}
