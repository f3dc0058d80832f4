package org.yol.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * By what the applications to a call are reviewed, and its seats given out (domain.md, Reviewing and Selection).
 *
 * @param categories whose members seats of places are reserved for, in the order in which their seats are filled
 * @param caps the most seats of several places together, besides those of each
 */
public record SelectionTerms(List<Category> categories, List<Cap> caps, Reviewing reviewing) {

    /** Nobody is preferred and nothing capped, and one review does. */
    public static final SelectionTerms USUAL = new SelectionTerms(null, null, null);

    public SelectionTerms {
        categories = categories == null ? List.of() : List.copyOf(categories);
        caps = caps == null ? List.of() : List.copyOf(caps);
        reviewing = Objects.requireNonNullElse(reviewing, Reviewing.USUAL);
    }

    /**
     * People for whom seats may be reserved.
     *
     * @param id its keyword
     * @param level at whose places it counts; null for all
     * @param eligibility a member meets all of these rules
     */
    public record Category(String id, StudyLevel level, List<EligibilityRule> eligibility) {

        public Category {
            eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        }
    }

    /**
     * The most seats that these places may give out together.
     *
     * @param id its keyword: a level, a group, or {@code call} for all places
     * @param places ids of places of the call, one at least
     * @param seats 1 or more
     */
    public record Cap(String id, List<String> places, int seats) {

        public Cap {
            places = List.copyOf(places);
        }
    }

    /**
     * How applications are reviewed.
     *
     * @param reviews how many each application needs at each of its places, 1 or more
     * @param blind whether reviewers are not shown who applies
     * @param spread from how many points on the way from 0 to 100 between two reviewers a further review may be asked
     *     for; more than 0
     */
    public record Reviewing(int reviews, boolean blind, BigDecimal spread) {

        /** Where a call says nothing of it, and what releases that did not tell it went by. */
        public static final Reviewing USUAL = new Reviewing(1, false, BigDecimal.valueOf(20));

        public Reviewing {
            reviews = Math.max(1, reviews);
            spread = Objects.requireNonNullElse(spread, BigDecimal.valueOf(20));
        }
    }
}
