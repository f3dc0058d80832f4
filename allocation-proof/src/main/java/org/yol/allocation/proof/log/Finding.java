package org.yol.allocation.proof.log;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param what it is, as a sentence that holds where nothing is wrong
 * @param found numbers of entries and whatever else people may want to look at; empty for nothing
 * @param faults what is wrong, each with the entry it is about; empty where it holds
 */
public record Finding(String what, String found, List<String> faults) {

    public Finding {
        faults = List.copyOf(faults);
    }

    /** Whether it holds. */
    public boolean isRight() {
        return faults.isEmpty();
    }
}
