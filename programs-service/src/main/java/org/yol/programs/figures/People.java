package org.yol.programs.figures;

import org.yol.programs.counts.Tally;

/**
 * How many people came how far, as everybody may know it: multiples of five.
 *
 * @param applied who handed in an application and had not taken it back when the call closed, 0 or more
 * @param selected of those, who were offered a place, at most as many
 * @param went of those, who accepted it, at most as many
 */
public record People(int applied, int selected, int went) {

    static final People NOBODY = new People(0, 0, 0);

    static People of(Tally tally) {
        return new People(tally.applied(), tally.selected(), tally.went());
    }

    People plus(People more) {
        return new People(applied + more.applied, selected + more.selected, went + more.went);
    }
}
