package org.yol.programs.search;

/** The orders a list of programmes comes in. */
enum Sort {
    CLOSES("closes"),
    TITLE("title");

    private final String field;

    Sort(String field) {
        this.field = field;
    }

    /** Path of the field in the listing. */
    String field() {
        return field;
    }
}
