package org.yol.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The way to a field, through sub-documents and the elements of arrays. */
record FieldPath(List<String> steps) {

    static FieldPath of(String path) {
        return new FieldPath(List.of(path.split("\\.", -1)));
    }

    /**
     * @param found every value that a condition on the field may be true of; {@link Missing} where there is none
     * @param throughArray whether an array was met, so that there may be none or several
     */
    record Values(List<Object> found, boolean throughArray) {

        boolean isPresent() {
            return found.stream().anyMatch(value -> !(value instanceof Missing));
        }
    }

    Values in(Document document) {
        List<Object> found = new ArrayList<>(1);
        return new Values(found, collect(document, 0, found));
    }

    private boolean collect(Object value, int step, List<Object> found) {
        if (value instanceof Collection<?> elements) {
            if (elements.isEmpty()) {
                found.add(KeyBytes.NOTHING_IN_IT);
            }
            elements.forEach(element -> collect(element, step, found));
            return true;
        }
        if (step == steps.size()) {
            found.add(value);
            return false;
        }
        if (value instanceof Document fields) {
            return collect(fields.getOrMissing(steps.get(step)), step + 1, found);
        }
        found.add(Missing.getInstance());
        return false;
    }
}
