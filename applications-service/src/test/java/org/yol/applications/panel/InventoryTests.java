package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yol.applications.panel.Inventory.Rules;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;

class InventoryTests {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Rules TWO = new Rules(List.of("anna", "ben", "chie"), 2, false);

    @Test
    void whatIsMissingIsCountedFromWhatStays() {
        Inventory inventory = take(TWO, review("anna", ReviewState.DONE, "r-1"));

        assertThat(inventory.missing()).isEqualTo(1);
        assertThat(inventory.busy()).containsExactly("anna");
    }

    @Test
    void whatIsBegunStaysWithWhoeverIsOffThePanelAndWhatIsOnlyAskedForDoesNot() {
        Review begun = review("dan", ReviewState.BEGUN, "r-1");
        Review asked = review("eva", ReviewState.ASSIGNED, null);

        Inventory inventory = take(TWO, begun, asked);

        assertThat(inventory.staying()).containsExactly(begun);
        assertThat(inventory.released()).containsExactly(asked);
        assertThat(inventory.missing()).isEqualTo(1);
    }

    @Test
    void whatWasMadeOfSomethingElseIsToBeMadeAnewByTheSame() {
        Review old = review("anna", ReviewState.DONE, "r-0");

        Inventory inventory = take(TWO, old);

        assertThat(inventory.outdated()).containsExactly(old);
        assertThat(inventory.missing()).isEqualTo(1);
    }

    @Test
    void whoDeclaredAConflictIsNotAskedAndDoesNotCount() {
        Inventory inventory = take(TWO, review("anna", ReviewState.CONFLICT, "r-1"));

        assertThat(inventory.busy()).containsExactly("anna");
        assertThat(inventory.missing()).isEqualTo(2);
    }

    @Test
    void oneTooManyIsReleasedUnlessItIsBegunOrWasAskedForBesides() {
        Review ben = review("ben", ReviewState.ASSIGNED, null);
        Review further = further("chie");

        Inventory inventory =
                take(new Rules(TWO.panel(), 1, false), review("anna", ReviewState.BEGUN, "r-1"), ben, further);

        assertThat(inventory.released()).containsExactly(ben);
        assertThat(inventory.staying()).contains(further);
        assertThat(inventory.missing()).isZero();
    }

    @Test
    void rebalancingMovesWhatNobodyHasBegun() {
        Review anna = review("anna", ReviewState.ASSIGNED, null);
        Review ben = review("ben", ReviewState.BEGUN, "r-1");

        Inventory inventory = take(new Rules(TWO.panel(), 2, true), anna, ben);

        assertThat(inventory.movable()).containsExactly(anna);
        assertThat(inventory.staying()).containsExactly(ben);
        assertThat(inventory.missing()).isEqualTo(1);
    }

    private static Inventory take(Rules rules, Review... reviews) {
        return Inventory.of(Arrays.asList(reviews), "r-1", Set.of(), rules);
    }

    private static Review review(String reviewer, ReviewState state, String submission) {
        return review(reviewer, state, submission, null);
    }

    private static Review further(String reviewer) {
        return review(reviewer, ReviewState.ASSIGNED, null, "request");
    }

    private static Review review(String reviewer, ReviewState state, String submission, String further) {
        return new Review(
                "kz-1/tsukuba/" + reviewer,
                1,
                "kz-1",
                "tsukuba",
                reviewer,
                submission,
                Map.of(),
                null,
                NOW,
                null,
                "call-1",
                state,
                NOW,
                null,
                null,
                further,
                null);
    }
}
