package org.yol.programs.search;

import java.util.Comparator;
import java.util.Locale;

/** The orders a list of programmes comes in; what is equal in one comes by the next deadline, then by id. */
enum Sort implements Order {
    /** What fits the words best first. */
    RELEVANCE(Comparator.comparingDouble(Hit::score).reversed().thenComparingLong(Hit::urgency)),
    /**
     * The nearest deadline ahead first, and what is over last, the latest of it first: nobody wants to begin with the
     * deadlines of past years.
     */
    CLOSES(Comparator.comparingLong(Hit::urgency)),
    /** By the English title, or any there is, as dictionaries do. */
    TITLE(Comparator.comparing(Hit::title));

    private final Comparator<Hit> order;

    Sort(Comparator<Hit> order) {
        this.order = order.thenComparing(Hit::id);
    }

    @Override
    public Comparator<Hit> order() {
        return order;
    }

    /** The word in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
