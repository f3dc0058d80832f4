package org.yol.applications.filling;

import java.util.List;
import org.yol.platform.problem.FieldError;

/**
 * What was taken of a form.
 *
 * @param refused the fields that stay as they were before, and why, by pointers into what was sent
 */
public record FilledIn<T>(T taken, List<FieldError> refused) {

    public FilledIn {
        refused = List.copyOf(refused);
    }
}
