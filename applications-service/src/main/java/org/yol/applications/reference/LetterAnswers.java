package org.yol.applications.reference;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.yol.platform.problem.FieldError;

/**
 * What a referee writes. Anything may be missing while it is a draft.
 *
 * @param since for how long they have known the student
 * @param capacity as what
 * @param rank among others they have known in that time; null while they have not said
 */
public record LetterAnswers(
        @Size(max = 200) String since,
        @Size(max = 200) String capacity,
        PeerRank rank,
        @Size(max = 10_000) String text) {

    static final LetterAnswers NONE = new LetterAnswers(null, null, null, null);

    /** What is missing before it may be sent. */
    List<FieldError> missing(boolean withFile) {
        List<FieldError> errors = new ArrayList<>();
        require(errors, "/since", since);
        require(errors, "/capacity", capacity);
        if (rank == null) {
            errors.add(FieldError.of("/rank", "answer.missing"));
        }
        if (isBlank(text) && !withFile) {
            errors.add(FieldError.of("/text", "letter.empty"));
        }
        return errors;
    }

    private static void require(List<FieldError> errors, String pointer, String value) {
        if (isBlank(value)) {
            errors.add(FieldError.of(pointer, "answer.missing"));
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
