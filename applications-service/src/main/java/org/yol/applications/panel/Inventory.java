package org.yol.applications.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;

/**
 * The reviews of an application at a place: which of them stay, and how many more are needed.
 *
 * @param staying those that stay with their reviewers
 * @param outdated those of these that are to be made anew, since something else was handed in
 * @param movable those that may go to others
 * @param released those that are asked for no longer
 * @param busy who may not be asked: for a conflict of interest, or because they are
 * @param missing how many more are needed, 0 or more
 */
record Inventory(
        List<Review> staying,
        List<Review> outdated,
        List<Review> movable,
        List<Review> released,
        Set<String> busy,
        int missing) {

    /** What holds for all reviews of a place. */
    record Rules(Collection<String> panel, int wanted, boolean rebalance) {}

    /**
     * Takes stock.
     *
     * @param there all that there ever were
     * @param receiptId of what is handed in now
     * @param conflicts those on the panel who have one
     */
    static Inventory of(List<Review> there, String receiptId, Set<String> conflicts, Rules rules) {
        List<Review> staying = new ArrayList<>();
        List<Review> outdated = new ArrayList<>();
        List<Review> movable = new ArrayList<>();
        List<Review> released = new ArrayList<>();
        Set<String> busy = new TreeSet<>(conflicts);
        for (Review review : there) {
            boolean asked = review.state() == ReviewState.ASSIGNED;
            boolean made = !asked && review.state().stands() && review.concerns(receiptId);
            boolean may = rules.panel().contains(review.reviewer()) && !conflicts.contains(review.reviewer());
            if (review.state() == ReviewState.CONFLICT) {
                busy.add(review.reviewer());
            } else if (made || may && review.state().stands() && !(rules.rebalance() && review.further() == null)) {
                staying.add(review);
                if (!made && !asked) {
                    outdated.add(review);
                }
            } else if (asked) {
                (may ? movable : released).add(review);
            }
        }
        long counted = counted(staying);
        List<Review> surplus = surplus(staying, counted - rules.wanted());
        staying.removeAll(surplus);
        released.addAll(surplus);
        staying.forEach(review -> busy.add(review.reviewer()));
        return new Inventory(
                staying, outdated, movable, released, Set.copyOf(busy), (int) Math.max(0, rules.wanted() - counted));
    }

    /** How many count for the number that each application needs. */
    int counted() {
        return (int) counted(staying);
    }

    private static long counted(List<Review> staying) {
        return staying.stream().filter(review -> review.further() == null).count();
    }

    /** Whoever looked for a reviewer in the same moment as somebody else may have found one too many. */
    private static List<Review> surplus(List<Review> staying, long most) {
        return staying.stream()
                .filter(review -> review.state() == ReviewState.ASSIGNED && review.further() == null)
                .sorted(Comparator.comparing(Review::id).reversed())
                .limit(Math.max(0, most))
                .toList();
    }
}
