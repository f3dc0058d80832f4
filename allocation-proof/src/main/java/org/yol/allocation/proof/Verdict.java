package org.yol.allocation.proof;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param faults the first hundred of each kind; empty where all is right
 * @param counts how many faults there are of each kind that there are any of
 * @param digest SHA-256 of the input's bytes, hexadecimal
 * @param checked how much was looked at
 * @param outcomeChecked whether the outcome could be compared with the input; not where the input's places or caps are
 *     wrong
 * @param optimalityChecked whether it was asked if another stable outcome is better for the applicants; only of
 *     outcomes that are stable
 */
public record Verdict(
        List<Fault> faults,
        Map<FaultKind, Integer> counts,
        String digest,
        Checked checked,
        boolean outcomeChecked,
        boolean optimalityChecked) {

    /** How much was looked at. */
    public record Checked(
            String call,
            String mode,
            int applicants,
            int choices,
            int places,
            long seats,
            int held,
            int reserveEntries) {}

    /** Whether all was checked and nothing is wrong. */
    public boolean isRight() {
        return faults.isEmpty() && outcomeChecked && optimalityChecked;
    }
}
