package org.yol.platform.document;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNumber;

/**
 * The forms in which a collection's documents have been stored, each with a number in {@code storedForm}. A document of
 * an older form is upgraded when it is read, and written in the newest when it is changed. A component that is only
 * added needs no new form: where it is missing it reads as null, zero, false or empty.
 *
 * @param upgrades each makes a document of the form before it one of the next; the first leads from 1 to 2
 */
public record StoredForm(List<UnaryOperator<BsonDocument>> upgrades) {

    static final String FIELD = "storedForm";

    /** The first form of a collection. */
    public static final StoredForm FIRST = new StoredForm(List.of());

    public StoredForm {
        upgrades = List.copyOf(upgrades);
    }

    /** These forms and a newer one. */
    public StoredForm then(UnaryOperator<BsonDocument> upgrade) {
        return new StoredForm(
                Stream.concat(upgrades.stream(), Stream.of(upgrade)).toList());
    }

    /** The number of the newest. */
    int number() {
        return upgrades.size() + 1;
    }

    boolean isNewest(BsonDocument document) {
        return of(document) == number();
    }

    /** The number of the form a document is stored in; 0 when it was written before forms were numbered. */
    private static int of(BsonDocument document) {
        return document.get(FIELD) instanceof BsonNumber number ? number.intValue() : 0;
    }

    BsonInt32 asValue() {
        return new BsonInt32(number());
    }

    /**
     * The document in the newest form.
     *
     * @throws UnreadableForm when it was written before forms were numbered, or by a newer release
     */
    BsonDocument newest(String collection, BsonDocument stored) {
        int form = of(stored);
        if (form < 1) {
            throw UnreadableForm.olderThanNumbers(collection);
        }
        if (form > number()) {
            throw UnreadableForm.newer(collection, form, number());
        }
        // A step may change what it is given, and others still look at what was read.
        BsonDocument document = form == number() ? stored : stored.clone();
        for (UnaryOperator<BsonDocument> upgrade : upgrades.subList(form - 1, upgrades.size())) {
            document = upgrade.apply(document);
        }
        return document;
    }
}
