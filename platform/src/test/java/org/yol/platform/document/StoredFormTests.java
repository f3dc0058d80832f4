package org.yol.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoredFormTests {

    private static final StoredForm THIRD =
            StoredForm.FIRST.then(renaming("name", "title")).then(renaming("title", "heading"));

    @Test
    void documentGoesThroughTheStepsItHasNotGoneThrough() {
        assertThat(THIRD.newest("notes", document("{storedForm: 1, name: 'a'}")))
                .containsEntry("heading", text());
        assertThat(THIRD.newest("notes", document("{storedForm: 2, title: 'a'}")))
                .containsEntry("heading", text());
        assertThat(THIRD.newest("notes", document("{storedForm: 3, heading: 'a'}")))
                .containsEntry("heading", text());
    }

    @Test
    void whatWasReadStaysAsItIs() {
        BsonDocument stored = document("{storedForm: 1, name: 'a'}");

        THIRD.newest("notes", stored);

        assertThat(stored).isEqualTo(document("{storedForm: 1, name: 'a'}"));
    }

    @Test
    void documentFromBeforeFormsWereNumberedIsRefusedWithWhatToDo() {
        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> THIRD.newest("notes", document("{name: 'a'}")))
                .withMessageContaining("\"notes\"")
                .withMessageContaining("./run --fresh");
        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> THIRD.newest("notes", document("{storedForm: 'draft', name: 'a'}")));
    }

    @Test
    void documentOfANewerReleaseIsRefusedWithItsOwnWord() {
        assertThatExceptionOfType(UnreadableForm.class)
                .isThrownBy(() -> THIRD.newest("notes", document("{storedForm: 4}")))
                .withMessageContaining("form 4")
                .withMessageContaining("knows up to 3")
                .withMessageNotContaining("--fresh");
    }

    private static java.util.function.UnaryOperator<BsonDocument> renaming(String before, String after) {
        return document -> document.append(after, document.remove(before));
    }

    private static BsonDocument document(String json) {
        return BsonDocument.parse(json);
    }

    private static org.bson.BsonString text() {
        return new org.bson.BsonString("a");
    }
}
