package org.yol.programs.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.util.FixedBitSet;

/**
 * How the programmes of a snapshot stand to the clock for the citizens of one country: the same for every question,
 * until a call opens, closes or comes near its end.
 *
 * @param from when it was worked out
 * @param until the first instant at which it may be otherwise
 * @param holders by each timing, drafts as well
 */
record Timings(Instant from, Instant until, Map<Timing, FixedBitSet> holders) {

    /** @param entries by the number of the document; null where there is none */
    static Timings of(Entry[] entries, Moment moment) {
        Map<Timing, FixedBitSet> holders = new EnumMap<>(Timing.class);
        for (Timing timing : Timing.values()) {
            FixedBitSet holding = new FixedBitSet(entries.length);
            for (int document = 0; document < entries.length; document++) {
                if (entries[document] != null && entries[document].is(timing, moment)) {
                    holding.set(document);
                }
            }
            holders.put(timing, holding);
        }
        Instant until = Stream.of(entries)
                .filter(Objects::nonNull)
                .flatMap(entry -> entry.intakes().stream())
                .flatMap(intake -> intake.turns(moment.country()))
                .filter(turn -> turn.isAfter(moment.now()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return new Timings(moment.now(), until, holders);
    }

    boolean holdAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** By their words in addresses. */
    Map<String, FixedBitSet> byWord(boolean drafts) {
        Map<String, FixedBitSet> words = new HashMap<>();
        holders.forEach((timing, holding) -> {
            if (timing != Timing.DRAFT || drafts) {
                words.put(timing.toString(), holding);
            }
        });
        return words;
    }
}
