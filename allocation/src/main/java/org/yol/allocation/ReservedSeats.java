package org.yol.allocation;

/**
 * Places with open seats and seats that are reserved for categories. Holds at each place whom its choice function takes
 * of all who ever asked: open seats for the best of all; then for each category in order its seats for the best of its
 * members who are left; then the seats that are left over for the best of all who are left.
 *
 * <p>Whoever asks is carried from one kind of seat to the next, and so is whoever they displace; at most one goes on at
 * each step. That is the choice function, by induction over those who asked. Let the kinds of seats hold what the
 * choice function gives them out of A, and let somebody ask who is not in A. Those whom a kind of seat does not take
 * are offered to the next one; what it is offered has grown by one at most:
 *
 * <ul>
 *   <li>Open seats: the best of one more are the same with the new one in place of the worst, or without the new one.
 *       One goes on, or nobody if there was room.
 *   <li>Seats of a category: the same among members. Who is no member goes on. If there was room, nobody goes on, and
 *       there is one seat less that is left over.
 *   <li>Seats left over: offered one more, they take the best as above; or there is one less of them, and then they
 *       give up their worst if all were taken.
 * </ul>
 *
 * <p>Each case is what {@link #ask} does. Those refused before change nothing: no kind of seat had taken them, and the
 * best of a set are the best of it without them. Two things follow that theorems about deferred acceptance ask for.
 * What a kind of seat is offered never shrinks and what is left over never grows, so who is refused once stays refused
 * when others ask (substitutability). And a place of q seats takes q of those who ask, or all if there are fewer (law
 * of aggregate demand).
 */
final class ReservedSeats implements Seats {

    private final Choices choices;

    /** How many kinds of seats a place has; its heaps are as many in a row. */
    private final int kinds;

    /** The categories for which a place reserves seats, as bits. */
    private final long[] reserving;

    /** Seats of each heap. Those left over become fewer with each reserved one that is taken. */
    private final int[] seats;

    private final Heaps held;

    ReservedSeats(Market market) {
        choices = market.choices();
        kinds = market.categories() + 2;
        int places = market.places().size();
        reserving = new long[places];
        seats = new int[Math.multiplyExact(places, kinds)];
        for (int number = 0; number < places; number++) {
            Place place = market.places().get(number);
            int open = number * kinds;
            seats[open] = place.seats() - place.reserved();
            seats[open + kinds - 1] = place.reserved();
            for (int category = 0; category < place.reserves().size(); category++) {
                seats[open + 1 + category] = place.reserve(category);
                if (place.reserve(category) > 0) {
                    reserving[number] |= 1L << category;
                }
            }
        }
        int[] room = seats.clone();
        int[] asking = new int[places];
        for (int choice = 0; choice < choices.count(); choice++) {
            asking[choices.place(choice)]++;
        }
        for (int heap = 0; heap < room.length; heap++) {
            room[heap] = Math.min(room[heap], asking[heap / kinds]);
        }
        held = new Heaps(room);
    }

    @Override
    public long ask(int choice) {
        int place = choices.place(choice);
        long key = choices.key(choice);
        int open = place * kinds;
        int leftOver = open + kinds - 1;
        if (held.size(open) < seats[open]) {
            held.add(open, key);
            return NOTHING;
        }
        long out = held.exchange(open, key);
        long ahead = reserving[place] == 0 ? 0 : reserving[place] & categories(out);
        while (ahead != 0) {
            int category = Long.numberOfTrailingZeros(ahead);
            int reserved = open + 1 + category;
            if (held.size(reserved) < seats[reserved]) {
                held.add(reserved, out);
                seats[leftOver]--;
                return held.size(leftOver) > seats[leftOver] ? held.removeWorst(leftOver) : NOTHING;
            }
            out = held.exchange(reserved, out);
            ahead = reserving[place] & categories(out) & -2L << category;
        }
        if (held.size(leftOver) < seats[leftOver]) {
            held.add(leftOver, out);
            return NOTHING;
        }
        return held.exchange(leftOver, out);
    }

    private long categories(long key) {
        return choices.categories(Choices.of(key));
    }

    @Override
    public void tell(Held listener) {
        for (int heap = 0; heap < seats.length; heap++) {
            for (int index = 0; index < held.size(heap); index++) {
                listener.at(Choices.of(held.key(heap, index)), heap % kinds);
            }
        }
    }
}
