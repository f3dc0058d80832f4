package org.yol.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
                "rubbish",
                "",
                "[]",
                "{}",
                "{\"value\": 1}",
                "{\"value\": {\"$ne\": 0}, \"id\": \"a\", \"order\": \"+rank\"}",
                "{\"value\": {\"$regularExpression\": {\"pattern\": \".\", \"options\": \"\"}}, \"id\": \"a\"}",
                "{\"value\": 1, \"id\": {\"$gt\": \"\"}, \"order\": \"+rank\"}",
                "{\"value\": 1, \"id\": \"a\", \"order\": \"-rank\"}"
            })
    void cursorThatNobodyGaveOutIsRefused(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertInvalid(cursor);
    }

    @Test
    void cursorThatIsNoBase64IsRefused() {
        assertInvalid("%%%");
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
