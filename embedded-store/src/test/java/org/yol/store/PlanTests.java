package org.yol.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read for a query: how many entries of an index, and whether there is anything left to sort. */
class PlanTests {

    private static final int DOCUMENTS = 1_000;

    private final RocksStore store = RocksStore.inMemory();
    private FieldIndex newestOfProvider;
    private FieldIndex newestOfHost;
    private FieldIndex due;
    private FieldIndex single;

    @RegisterExtension
    final InvocationInterceptor inOneOperation = new InvocationInterceptor() {
        @Override
        public void interceptTestMethod(
                Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
            store.reading(() -> {
                try {
                    return test.proceed();
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    };

    @BeforeEach
    void fill() {
        store.writing(() -> {
            newestOfProvider = index("newest", false, false, "provider", "-createdAt", "-_id");
            newestOfHost = index("hosts", false, false, "hosts", "-createdAt", "-_id");
            due = index("due", true, false, "due.mail.due");
            single = index("single", false, true, "provider", "createdAt");
            IntStream.range(0, DOCUMENTS)
                    .mapToObj(PlanTests::document)
                    .forEach(document -> List.of(newestOfProvider, newestOfHost, due, single)
                            .forEach(index -> index.add(document, Key.of(document.get("_id")), null)));
            return null;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsWhatIsEqualInTheOrderAskedFor() {
        Plan plan = plan(new Document("provider", "p-1"), newestFirst());

        assertThat(plan.index()).isSameAs(newestOfProvider);
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.exact()).isTrue();
        assertThat(plan.count()).isEqualTo(DOCUMENTS / 4);
    }

    @Test
    void beginsBehindTheLastOneOfThePageBefore() {
        Plan plan = plan(new Document("$and", List.of(new Document("provider", "p-1"), behind(101))), newestFirst());

        assertThat(plan.sorted()).isTrue();
        assertThat(plan.count()).isEqualTo(25);
        assertThat(plan.runs()).hasSize(1);
    }

    @Test
    void readsSeveralProvidersAtOnceWithoutSorting() {
        Plan plan = plan(new Document("provider", new Document("$in", List.of("p-1", "p-3"))), newestFirst());

        assertThat(plan.sorted()).isTrue();
        assertThat(plan.runs()).hasSize(2);
        assertThat(first(plan, 3)).containsExactly(Key.of("id-999"), Key.of("id-997"), Key.of("id-995"));
    }

    @Test
    void findsOneElementOfAnArrayInOrder() {
        Plan plan = plan(new Document("hosts", "h-1"), newestFirst());

        assertThat(plan.index()).isSameAs(newestOfHost);
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.count()).isEqualTo(DOCUMENTS / 5 * 2);
    }

    @Test
    void doesNotSortByAnArray() {
        assertThat(Plan.best(
                        List.of(newestOfHost), new Document(), new Document("hosts", 1).append("createdAt", -1), 0))
                .isEmpty();
    }

    @Test
    void readsTheOtherWayRound() {
        Plan plan = plan(new Document("provider", "p-1"), new Document("createdAt", 1).append("_id", 1));

        assertThat(plan.sorted()).isTrue();
        assertThat(first(plan, 2)).containsExactly(Key.of("id-1"), Key.of("id-5"));
    }

    @Test
    void findsWhatIsDueAmongTheFewThatHaveSomething() {
        Document query = new Document("due.mail.due", new Document("$lte", Instant.ofEpochSecond(500)));

        Plan plan = plan(query, new Document("due.mail.due", 1));

        assertThat(plan.index()).isSameAs(due);
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.count()).isEqualTo(6);
        assertThat(due.getCount()).isEqualTo(DOCUMENTS / 100);
    }

    @Test
    void doesNotLookForWhatIsMissingAmongThoseThatHaveIt() {
        assertThat(Plan.best(List.of(due), new Document("due.mail.due", null), null, 0))
                .isEmpty();
        assertThat(Plan.best(List.of(due), new Document(), new Document("due.mail.due", 1), 0))
                .isEmpty();
    }

    @Test
    void looksForOneDocumentWhereThereIsOneAtMost() {
        Plan plan = plan(
                new Document("provider", "p-1")
                        .append("createdAt", Instant.ofEpochSecond(5))
                        .append("hosts", "h-1"),
                newestFirst());

        assertThat(plan.index()).isSameAs(single);
        assertThat(plan.single()).isTrue();
        assertThat(plan.count()).isEqualTo(1);
    }

    @Test
    void readsTheIndexThatHasLeastToRead() {
        Document few = new Document("due.mail.due", new Document("$lt", Instant.ofEpochSecond(2_000)));
        Document many = new Document("hosts", "h-1").append("createdAt", new Document("$gt", Instant.ofEpochSecond(4)));

        assertThat(plan(new Document(few).append("provider", "p-0"), null).index())
                .isSameAs(due);
        assertThat(plan(new Document(many).append("provider", "p-0"), null).index())
                .isSameAs(newestOfProvider);
    }

    @Test
    void readsEverythingForWhatNoIndexBeginsWith() {
        assertThat(best(new Document("createdAt", Instant.ofEpochSecond(1)), null))
                .isEmpty();
    }

    private static List<Key> first(Plan plan, int number) {
        Positions positions = Positions.of(plan);
        return IntStream.range(0, number).mapToObj(_ -> positions.next()).toList();
    }

    private Plan plan(Document query, Document order) {
        return best(query, order).orElseThrow();
    }

    private Optional<Plan> best(Document query, Document order) {
        return Plan.best(List.of(newestOfProvider, newestOfHost, due, single), query, order, 51);
    }

    private static Document newestFirst() {
        return new Document("createdAt", -1).append("_id", -1);
    }

    private static Document behind(int number) {
        Instant at = Instant.ofEpochSecond(number);
        return new Document(
                "$or",
                List.of(
                        new Document("createdAt", new Document("$lt", at)),
                        new Document("createdAt", at).append("_id", new Document("$lt", "id-" + number))));
    }

    private static Document document(int number) {
        Document document = new Document("_id", "id-" + number)
                .append("provider", "p-" + number % 4)
                .append("hosts", List.of("h-" + number % 5, "h-" + (number + 1) % 5))
                .append("createdAt", Instant.ofEpochSecond(number));
        return number % 100 == 0
                ? document.append("due", new Document("mail", new Document("due", Instant.ofEpochSecond(number))))
                : document;
    }

    private FieldIndex index(String name, boolean sparse, boolean unique, String... fields) {
        return new FieldIndex(
                name,
                List.of(fields).stream()
                        .map(field -> new IndexKey(field.replaceFirst("^-", ""), !field.startsWith("-")))
                        .toList(),
                sparse,
                unique,
                store.openMap(name));
    }
}
