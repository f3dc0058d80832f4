package org.yol.applications.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.yol.applications.application.ApplicationSummary;
import org.yol.platform.document.Results;
import org.yol.platform.document.Results.Placed;

/**
 * Applications in the order of other documents, one of which there is for each: some hundred of these are read, then
 * their applications, and those that are not wanted are passed over.
 */
final class Followed<D> implements ApplicationSource {

    /** How many of the other documents the store hands out at a time. */
    static final int BATCH = 200;

    /** At the first look; each one after it is for four times as many, until {@link #MOST}. */
    private static final int FEW = 50;

    private static final int MOST = 1_000;

    /** Looked at for one page, so that one takes a second at the most: then it is short, and not the last. */
    private static final int LOOKED_AT_MOST = 20_000;

    private final Results<D> order;
    private final Function<D, String> id;
    private final Function<List<String>, List<ApplicationSummary>> wanted;
    private final BiPredicate<D, ApplicationSummary> counts;
    private final Queue<Placed<D>> ahead = new ArrayDeque<>();
    private Map<String, ApplicationSummary> known = Map.of();
    private Supplier<String> position;
    private int step = FEW;

    /**
     * @param id of the application that a document is about
     * @param wanted those of some ids that are in the list
     * @param counts whether what a document says is of what its application is now
     */
    Followed(
            Results<D> order,
            Function<D, String> id,
            Function<List<String>, List<ApplicationSummary>> wanted,
            BiPredicate<D, ApplicationSummary> counts) {
        this.order = order;
        this.id = id;
        this.wanted = wanted;
        this.counts = counts;
    }

    @Override
    public List<ApplicationSummary> next(int atMost) {
        return next(atMost, Integer.MAX_VALUE);
    }

    /** The next ones for a page, which may be fewer, or none, although others follow. */
    List<ApplicationSummary> page(int limit) {
        return next(limit, LOOKED_AT_MOST);
    }

    private List<ApplicationSummary> next(int atMost, int lookedAtMost) {
        List<ApplicationSummary> found = new ArrayList<>();
        for (int looked = 0; found.size() < atMost && looked < lookedAtMost && isMore(); looked++) {
            Placed<D> placed = ahead.remove();
            position = placed.position();
            ApplicationSummary application = known.get(id.apply(placed.item()));
            if (application != null && counts.test(placed.item(), application)) {
                found.add(application);
            }
        }
        return found;
    }

    /** The cursor of what follows; null at the end. */
    String position() {
        return isMore() ? position.get() : null;
    }

    boolean isMore() {
        if (ahead.isEmpty()) {
            ahead.addAll(order.nextPlaced(step));
            step = Math.min(step * 4, MOST);
            known = wanted
                    .apply(ahead.stream().map(placed -> id.apply(placed.item())).toList())
                    .stream()
                    .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
        }
        return !ahead.isEmpty();
    }

    @Override
    public void close() {
        order.close();
    }
}
