package org.yol.platform.document;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteStore;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class PagingIT {

    private static final Bson ALL = Filters.empty();
    private static final Sorting BY_RANK = Sorting.ascending("rank");

    private final NoteStore store = new NoteStore(null);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesOverTiesShowEachItemOnce() {
        for (String id : List.of("e", "a", "d", "b", "c")) {
            add(id, 1);
        }
        add("f", 0);

        assertThat(walk(BY_RANK, 2)).containsExactly("f", "a", "b", "c", "d", "e");
        assertThat(walk(Sorting.descending("rank"), 2)).containsExactly("e", "d", "c", "b", "a", "f");
    }

    @Test
    void lastPageHasNoNext() {
        add("a", 1);
        add("b", 2);

        assertThat(page(BY_RANK, 2, null).next()).isNull();
        assertThat(page(BY_RANK, 1, null).next()).isNotNull();
    }

    @Test
    void itemsAddedBeforeThePositionDoNotShiftThePage() {
        add("b", 2);
        add("d", 4);
        add("e", 5);
        String next = page(BY_RANK, 2, null).next();

        add("a", 1);
        add("c", 3);
        add("f", 6);

        assertThat(page(BY_RANK, 10, next).items()).extracting(Note::id).containsExactly("e", "f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{value: 1}",
                "{value: {$ne: 0}, id: 'a', order: '+rank'}",
                "{value: {$regularExpression: {pattern: '.', options: ''}}, id: 'a', order: '+rank'}",
                "{value: 1, id: {$gt: ''}, order: '+rank'}",
                "{value: 1, id: 'a', order: '-rank'}"
            })
    void cursorThatNobodyGaveOutIsRefused(String position) {
        assertInvalid(encoded(BsonDocument.parse(position)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "", "AAAA", "cnViYmlzaA", "BQAAAAA", "_____w", "EAAAAAJ2YWx1ZQD_____AAA"})
    void rubbishIsNoCursor(String cursor) {
        assertInvalid(cursor);
    }

    @Test
    void neitherDeepNorLongCursorsCostMoreThanOthers() {
        BsonValue deep = new BsonInt32(1);
        for (int depth = 0; depth < 200; depth++) {
            deep = new BsonDocument("a", deep);
        }
        assertInvalid(encoded(new BsonDocument("value", deep)));
        assertInvalid("A".repeat(10_000_000));
    }

    @Test
    void cursorOfATimeFarAwayOnlyFindsNothing() {
        String cursor = encoded(new BsonDocument("value", new BsonDateTime(Long.MAX_VALUE))
                .append("id", new BsonString("a"))
                .append("order", new BsonString("+rank")));
        add("a", 1);

        assertThat(page(BY_RANK, 2, cursor).items()).isEmpty();
    }

    private static String encoded(BsonDocument position) {
        ByteBuffer bytes = new RawBsonDocument(position, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOfRange(bytes.array(), 0, bytes.limit()));
    }

    @Test
    void whatIsLongIsHandedOutInOneGo() {
        for (int number = 0; number < 700; number++) {
            add("n-%03d".formatted(number), number / 10);
        }

        try (Results<Short> all = shorts().all(ALL, BY_RANK, null)) {
            List<Short> first = all.next(250);
            String position = all.position();
            List<Short> rest = all.next(1_000);

            assertThat(first).hasSize(250).startsWith(new Short("n-000", 0));
            assertThat(rest).hasSize(450).startsWith(new Short("n-250", 25)).endsWith(new Short("n-699", 69));
            assertThat(shorts().page(ALL, BY_RANK, new PageRequest(1, position)).items())
                    .containsExactly(new Short("n-250", 25));
        }
        assertThat(shorts().count(gte("rank", 60))).isEqualTo(100);
        assertThat(shorts().find(List.of("n-001", "n-699", "n-x"), gte("rank", 60)))
                .containsExactly(new Short("n-699", 69));
    }

    /** What some list needs of a note. Public because the record codec can read no other. */
    public record Short(@BsonId String id, int rank) {}

    private Summaries<Short> shorts() {
        return store.notes().summaries(Short.class);
    }

    private void assertInvalid(String cursor) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> page(BY_RANK, 2, cursor))
                .extracting(Refused::problem)
                .isEqualTo(Problem.INVALID_CURSOR);
    }

    private List<String> walk(Sorting sorting, int limit) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Page<Note> page = page(sorting, limit, after);
            page.items().forEach(note -> ids.add(note.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private Page<Note> page(Sorting sorting, int limit, String after) {
        return store.notes().page(ALL, sorting, new PageRequest(limit, after));
    }

    private void add(String id, int rank) {
        store.notes().insert(Change.silent(Note.blank(id, rank)), new RequestIdentity("key of " + id, "digest"));
    }
}
