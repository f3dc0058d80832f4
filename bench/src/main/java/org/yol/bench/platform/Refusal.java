package org.yol.bench.platform;

import java.io.Serial;

/** An answer that was no success. */
public final class Refusal extends RuntimeException {

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

    /** Whether what was to be made is there already. */
    boolean isOfWhatIsThere() {
        return status == 409 || status == 412;
    }
}
