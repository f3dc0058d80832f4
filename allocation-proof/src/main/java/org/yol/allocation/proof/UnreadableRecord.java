package org.yol.allocation.proof;

/**
 * What was given is no record of a selection of a known format, so that nothing can be said of it. The message is for
 * people.
 */
public class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecord(String message) {
        super(message);
    }

    UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
