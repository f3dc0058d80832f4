package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * By what the applications to a call are reviewed, and its seats given out (domain.md, Reviewing and Selection).
 *
 * @param categories whose members seats of places are reserved for, in the order in which their seats are filled
 * @param caps the most seats of several places together, besides those of each
 * @param excludes what whoever holds one of its places may not hold besides; nothing from releases that did not tell it
 */
public record SelectionTerms(List<Category> categories, List<Cap> caps, Reviewing reviewing, Exclusion excludes) {

    /** Nobody is preferred and nothing capped, and one review does. */
    public static final SelectionTerms USUAL = new SelectionTerms(null, null, null, null);

    public SelectionTerms {
        categories = categories == null ? List.of() : List.copyOf(categories);
        caps = caps == null ? List.of() : List.copyOf(caps);
        reviewing = Objects.requireNonNullElse(reviewing, Reviewing.USUAL);
        excludes = Objects.requireNonNullElse(excludes, Exclusion.NOTHING);
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
     * @param feedback what of the reviews their student reads in the end; nothing from releases that did not tell it
     */
    public record Reviewing(int reviews, boolean blind, BigDecimal spread, Feedback feedback) {

        /** Where a call says nothing of it, and what releases that did not tell it went by. */
        public static final Reviewing USUAL = new Reviewing(1, false, BigDecimal.valueOf(20), Feedback.NONE);

        public Reviewing {
            reviews = Math.max(1, reviews);
            spread = Objects.requireNonNullElse(spread, BigDecimal.valueOf(20));
            feedback = Objects.requireNonNullElse(feedback, Feedback.NONE);
        }
    }

    /** What of the reviews a student reads once the outcome is announced. Who reviewed is never told. */
    public enum Feedback {
        @JsonProperty("none")
        NONE,
        /** The mean on each line of the rubric, place by place. */
        @JsonProperty("scores")
        SCORES,
        /** Those, and what reviewers have written for the student. */
        @JsonProperty("comments")
        COMMENTS,
        /** A word this release does not know, read from an event of a newer one: nothing is shown. */
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN;

        /** The word used in JSON and message files: lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Places of other calls that nobody may hold at the same time, of those given through this platform.
     *
     * @param all whether those of every other call
     * @param programmes ids of programmes whose calls are meant, where not all are
     */
    public record Exclusion(boolean all, List<String> programmes) {

        /** Whoever holds a place of the call may hold any other besides. */
        public static final Exclusion NOTHING = new Exclusion(false, null);

        public Exclusion {
            programmes = programmes == null ? List.of() : List.copyOf(programmes);
        }

        /** Whether places of another call of that programme are among them. */
        public boolean covers(String programmeId) {
            return all || programmes.contains(programmeId);
        }
    }
}
