package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts all faults, and keeps the first of each kind: a file that is wrong throughout must not fill the memory. */
final class Faults {

    /** How many of a kind are kept. */
    static final int KEPT = 100;

    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final List<Fault> kept = new ArrayList<>();

    void add(FaultKind kind, Supplier<Fault> fault) {
        if (counts.merge(kind, 1, Integer::sum) <= KEPT) {
            kept.add(fault.get());
        }
    }

    void add(FaultKind kind, String sentence) {
        add(kind, List.of(), List.of(), sentence);
    }

    void add(FaultKind kind, List<String> numbers, List<String> places, String sentence) {
        add(kind, () -> new Fault(kind, numbers, places, sentence));
    }

    boolean has(FaultKind... kinds) {
        for (FaultKind kind : kinds) {
            if (counts.containsKey(kind)) {
                return true;
            }
        }
        return false;
    }

    List<Fault> kept() {
        return List.copyOf(kept);
    }

    Map<FaultKind, Integer> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }
}
