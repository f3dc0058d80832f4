package org.yol.platform.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Names a field of a request as a JSON pointer (RFC 6901). */
public final class FieldPointer {

    private FieldPointer() {}

    /** The pointer for a path of Bean Validation, such as {@code calls[0].places[1].seats}. */
    public static String of(String path) {
        return "/" + path.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
    }

    /** The pointer for where Jackson stopped reading. */
    public static String of(List<JacksonException.Reference> path) {
        List<String> steps = new ArrayList<>();
        path.forEach(step -> steps.add(
                step.getPropertyName() != null
                        ? step.getPropertyName().replace("~", "~0").replace("/", "~1")
                        : String.valueOf(step.getIndex())));
        return "/" + String.join("/", steps);
    }
}
