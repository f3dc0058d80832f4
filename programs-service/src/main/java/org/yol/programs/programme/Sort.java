package org.yol.programs.programme;

/** The orders a list of programmes comes in. */
enum Sort {
    CLOSES("listing.closes"),
    TITLE("listing.title");

    private final String field;

    Sort(String field) {
        this.field = field;
    }

    /** Path of the field in the stored document. */
    String field() {
        return field;
    }
}
