package org.yol.platform.document;

import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;

/**
 * The order of a list: by a field that every document has, then by id, so that it is the same on every page.
 *
 * @param field path of the field in the document
 * @param ascending smallest first
 */
public record Sorting(String field, boolean ascending) {

    /** Smallest, earliest or alphabetically first. */
    public static Sorting ascending(String field) {
        return new Sorting(field, true);
    }

    /** Largest or latest first. */
    public static Sorting descending(String field) {
        return new Sorting(field, false);
    }

    Bson asBson() {
        return ascending ? Sorts.ascending(field, "_id") : Sorts.descending(field, "_id");
    }
}
