package org.yol.applications.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.yol.applications.canonical.CanonicalJson;

/**
 * What a selection is worked out from, as it is published: nobody can be recognised in it (docs/selection.md).
 *
 * @param call id of the call
 * @param seed of the lottery, 32 bytes in lower-case hex
 * @param mode reserves or caps
 * @param categories in the order in which their seats are filled
 * @param places by their ids
 * @param caps the innermost first
 * @param applicants by their numbers
 */
record SelectionInput(
        String format,
        String call,
        String seed,
        String mode,
        List<String> categories,
        List<InputPlace> places,
        List<InputCap> caps,
        List<InputApplicant> applicants) {

    static final String FORMAT = "yol-selection-input/1";

    record InputPlace(String id, int seats, Map<String, Integer> reserves) {}

    record InputCap(String id, List<String> places, int seats) {}

    /**
     * @param number nobody's but theirs: 64 hex digits
     * @param lottery 32 bytes in lower-case hex
     * @param choices in the order of their preference
     */
    record InputApplicant(String number, String lottery, List<String> categories, List<InputChoice> choices) {}

    /**
     * @param score 0.00 to 100.00, two decimals; null for one that does not count
     * @param excluded why it does not count; null for one that does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InputChoice(String place, String score, String excluded) {

        /** In hundredths. */
        int hundredths() {
            return new BigDecimal(score).movePointRight(2).intValueExact();
        }
    }

    static SelectionInput of(String call, String seed, SeatPlan plan, List<InputApplicant> applicants) {
        return new SelectionInput(
                FORMAT,
                call,
                seed,
                plan.caps().isEmpty() ? "reserves" : "caps",
                plan.categories(),
                plan.places().stream()
                        .map(place -> new InputPlace(place.id(), place.seats(), place.reserves()))
                        .toList(),
                plan.caps().stream()
                        .map(cap -> new InputCap(cap.id(), cap.places(), cap.seats()))
                        .toList(),
                applicants);
    }

    /** The bytes that are published. */
    byte[] bytes() {
        return CanonicalJson.whole(this);
    }
}
