package org.yol.platform.document;

import java.util.List;
import java.util.Set;
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
public record StoredForm(List<Upgrade> upgrades) {

    static final String FIELD = "storedForm";

    /** The first form of a collection. */
    public static final StoredForm FIRST = new StoredForm(List.of());

    public StoredForm {
        upgrades = List.copyOf(upgrades);
    }

    /**
     * A step from a form to the next.
     *
     * @param within the fields it reads and writes, such as {@code form.answers}; empty when it may be any
     */
    public record Upgrade(UnaryOperator<BsonDocument> step, Set<String> within) {

        public Upgrade {
            within = Set.copyOf(within);
        }

        private boolean concerns(String field) {
            return within.isEmpty() || within.stream().anyMatch(path -> isWithin(path, field) || isWithin(field, path));
        }

        private static boolean isWithin(String path, String field) {
            return path.equals(field) || path.startsWith(field + ".");
        }
    }

    /** These forms and a newer one. */
    public StoredForm then(UnaryOperator<BsonDocument> upgrade) {
        return then(new Upgrade(upgrade, Set.of()));
    }

    /**
     * These forms and a newer one that differs in some fields only. Lists that show none of these read as little of a
     * document as ever.
     *
     * @param upgrade has nothing to do where none of these fields is there
     */
    public StoredForm thenWithin(Set<String> fields, UnaryOperator<BsonDocument> upgrade) {
        return then(new Upgrade(upgrade, fields));
    }

    private StoredForm then(Upgrade upgrade) {
        return new StoredForm(
                Stream.concat(upgrades.stream(), Stream.of(upgrade)).toList());
    }

    /** Whether a field may have been another in an older form. */
    boolean concerns(String field) {
        return upgrades.stream().anyMatch(upgrade -> upgrade.concerns(field));
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
        for (Upgrade upgrade : upgrades.subList(form - 1, upgrades.size())) {
            document = upgrade.step().apply(document);
        }
        return document;
    }
}
