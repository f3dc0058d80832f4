package org.yol.allocation;

import java.util.Arrays;

/** Rows of choices by their keys, the best first. */
final class Rows {

    private final Choices choices;
    private final int[] from;
    private final int[] filled;
    private final long[] keys;

    /** @param lengths of the rows, which are filled by {@link #add} as far as that, and then sorted */
    Rows(Choices choices, int[] lengths) {
        this.choices = choices;
        from = new int[lengths.length + 1];
        for (int row = 0; row < lengths.length; row++) {
            from[row + 1] = from[row] + lengths[row];
        }
        filled = Arrays.copyOf(from, lengths.length);
        keys = new long[from[lengths.length]];
    }

    void add(int row, long key) {
        keys[filled[row]++] = key;
    }

    Rows sorted() {
        for (int row = 0; row < filled.length; row++) {
            Arrays.sort(keys, from[row], from[row + 1]);
        }
        return this;
    }

    int length(int row) {
        return from[row + 1] - from[row];
    }

    /** The last key of a row that is not empty. */
    long last(int row) {
        return keys[from[row]];
    }

    /** Whose choices a row holds, the best first. */
    int[] applicants(int row) {
        int[] applicants = new int[length(row)];
        for (int index = 0; index < applicants.length; index++) {
            applicants[index] = choices.applicant(Choices.of(keys[from[row + 1] - 1 - index]));
        }
        return applicants;
    }
}
