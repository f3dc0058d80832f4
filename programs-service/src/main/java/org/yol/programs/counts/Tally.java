package org.yol.programs.counts;

/**
 * How many people have come how far; each is counted in every number up to where they came. Public because the record
 * codec can read no other.
 *
 * @param started all applications ever begun, 0 or more
 * @param applied those of {@link Stage#APPLIED} and beyond, at most as many as started
 * @param selected those of {@link Stage#SELECTED} and beyond, at most as many as applied
 * @param went those of {@link Stage#WENT}, at most as many as selected
 */
public record Tally(int started, int applied, int selected, int went) {

    /** Nobody. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally one(Stage stage) {
        return new Tally(
                1,
                stage.compareTo(Stage.APPLIED) >= 0 ? 1 : 0,
                stage.compareTo(Stage.SELECTED) >= 0 ? 1 : 0,
                stage == Stage.WENT ? 1 : 0);
    }

    /** Both together. */
    public Tally plus(Tally more) {
        return new Tally(started + more.started, applied + more.applied, selected + more.selected, went + more.went);
    }

    Tally minus(Tally less) {
        return new Tally(started - less.started, applied - less.applied, selected - less.selected, went - less.went);
    }
}
