package org.yol.bench;

import java.io.Serial;

/** An answer that was no success. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String request, String body) {
        super(request + " -> " + status + " " + body);
        this.status = status;
    }

    /** Whether what was sent names something that is not known, perhaps not yet. */
    boolean isOfAField() {
        return status == 422;
    }

    /** Few words for a failure, so that the same ones can be counted. */
    static String words(RuntimeException failure) {
        return failure instanceof Refusal refusal ? Integer.toString(refusal.status) : failure.toString();
    }
}
