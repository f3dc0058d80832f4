package org.yol.allocation;

import java.util.BitSet;

/**
 * Places under caps that nest. Held is the best set by the strict order that fits all caps and all places, out of all
 * who ever asked: what one gets by going through them from the best and taking whoever still fits.
 *
 * <p>Sets that fit nested maxima are the independent sets of a laminar matroid. If somebody asks and all sets around
 * the place have room, what is held grows by one. Otherwise what is held and whoever asks contain exactly one circuit:
 * all who are held in the smallest full set around the place, and who asks. The best set of a matroid is without the
 * worst of each circuit; that one is put out, and all others stay (J. Edmonds, Matroids and the greedy algorithm,
 * Mathematical Programming 1, 1971).
 *
 * <p>Who is put out of one set leaves all sets around their place. Their keys stay in those heaps until they come to
 * the top or there is no room; a key is of one choice, so what is no longer held is seen by it.
 */
final class CappedSeats implements Seats {

    private final CapForest forest;
    private final Choices choices;
    private final int[] count;
    private final Heaps heaps;

    /** The choices that are held. */
    private final BitSet held = new BitSet();

    CappedSeats(Market market) {
        forest = market.forest();
        choices = market.choices();
        count = new int[forest.sets()];
        heaps = new Heaps(room(market.places().size()));
    }

    /** Twice as many as can be held: then half of a full heap, at least, is of people who are not held any more. */
    private int[] room(int places) {
        int[] asking = new int[forest.sets()];
        for (int choice = 0; choice < choices.count(); choice++) {
            asking[choices.place(choice)]++;
        }
        for (int number = 0; number < places; number++) {
            for (int set = forest.around(number); set != CapForest.NONE; set = forest.around(set)) {
                asking[set] += asking[number];
            }
        }
        int[] room = new int[forest.sets()];
        for (int set = 0; set < room.length; set++) {
            int most = Math.min(Math.min(forest.seats(set), asking[set]), choices.applicants());
            room[set] = Math.multiplyExact(2, most);
        }
        return room;
    }

    @Override
    public long ask(int choice) {
        int place = choices.place(choice);
        long key = choices.key(choice);
        int full = smallestFull(place);
        long out = NOTHING;
        if (full != CapForest.NONE) {
            out = worst(full);
            if (key < out) {
                return key;
            }
            held.clear(Choices.of(out));
            for (int set = choices.place(Choices.of(out)); set != CapForest.NONE; set = forest.around(set)) {
                count[set]--;
            }
        }
        held.set(choice);
        for (int set = place; set != CapForest.NONE; set = forest.around(set)) {
            count[set]++;
            if (heaps.isFull(set)) {
                heaps.keep(set, this::isHeld);
            }
            heaps.add(set, key);
        }
        return out;
    }

    private int smallestFull(int place) {
        for (int set = place; set != CapForest.NONE; set = forest.around(set)) {
            if (count[set] == forest.seats(set)) {
                return set;
            }
        }
        return CapForest.NONE;
    }

    private long worst(int set) {
        while (!isHeld(heaps.worst(set))) {
            heaps.removeWorst(set);
        }
        return heaps.worst(set);
    }

    private boolean isHeld(long key) {
        return held.get(Choices.of(key));
    }

    @Override
    public void tell(Held listener) {
        held.stream().forEach(choice -> listener.at(choice, Allocation.OPEN));
    }
}
