package org.yol.allocation.proof;

import java.util.List;

/**
 * The places with those they hold, as one that chooses. What it chooses is substitutable (nobody is chosen because more
 * others are there) and grows with what it chooses from; {@link Improvements} rests on these two alone.
 *
 * <p>A <em>spot</em> stands for all seats that would be filled in the same way if they became free.
 */
interface PlacesSide {

    /** Whether the places, with all whom they hold, would choose this applicant as well, for a seat at this place. */
    boolean takes(int applicant, int place, long key);

    /** Remembers an applicant who would rather be at a place, and whom it does not take. */
    void waits(int applicant, int place, long key);

    /** How many spots there are. */
    int spots();

    /** The spot that an applicant holds. */
    int spotOf(int applicant);

    /** Who of those who wait would be chosen if a seat of this spot became free; {@link Long#MAX_VALUE} for nobody. */
    long successor(int spot);

    /** The place that the successor would get. */
    int successorsPlace(int spot);

    /** The last who was taken, as {@link Outcome#cutOff()} has them. */
    long[] cutOffs();

    /** What whoever waits at a place would have had to beat: any one of these. None where no seat is for them. */
    List<Bar> bars(int applicant, int place);
}
