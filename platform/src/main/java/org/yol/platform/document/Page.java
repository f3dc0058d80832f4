package org.yol.platform.document;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param items in the order of the list
 * @param next the cursor to ask for what follows, null at the end
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
