package org.yol.applications.inspection;

/** A file cannot be taken, with the reason. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final int limit;

    /** @param message key in the message files */
    Unfit(String message) {
        this(message, 0);
    }

    /** @param limit argument of the message */
    Unfit(String message, int limit) {
        super(message, null, false, false);
        this.message = message;
        this.limit = limit;
    }

    Finding finding() {
        return new Finding(message, limit, null);
    }
}
