package org.yol.programs.opendata;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name in the first line, and for programs
 * @param type of its values in the words of W3C's CSV on the Web, such as {@code integer}
 * @param description in English, for whoever works with the data
 * @param value of a row; null for an empty cell
 */
record Column<T>(String name, Type type, String description, Function<T, Object> value) {

    /** What stands in the cells of a column. */
    enum Type {
        /** A word of the platform, an id or a code. */
        WORD("string"),
        /** Several of them, with a space between two. */
        WORDS("string"),
        /** What people wrote. */
        TEXT("string"),
        WHOLE_NUMBER("integer"),
        /** A date and a time with its offset from UTC. */
        INSTANT("dateTimeStamp");

        private final String name;

        Type(String name) {
            this.name = name;
        }

        /** The name of the type in CSV on the Web. */
        @Override
        public String toString() {
            return name;
        }
    }
}
