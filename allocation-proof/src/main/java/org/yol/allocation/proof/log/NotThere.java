package org.yol.allocation.proof.log;

/** There is nothing at an address. */
public class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for people */
    public NotThere(String message) {
        super(message);
    }
}
