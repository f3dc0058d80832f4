package org.yol.applications.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.yol.applications.canonical.CanonicalJson;

/**
 * Who got which place, as it is published (docs/selection.md).
 *
 * @param input SHA-256 of the bytes of the input, lower-case hex
 * @param places by their ids
 * @param cutOffs of what is full
 */
record SelectionResult(
        String format, String call, String input, Algorithm algorithm, List<Filled> places, List<CutOff> cutOffs) {

    static final String FORMAT = "yol-selection-result/1";

    /** A seat that is for everybody. */
    static final String OPEN = "open";

    /** A seat that was reserved for a category which had nobody for it. */
    static final String LEFT_OVER = "left-over";

    /** How it was worked out. */
    record Algorithm(String name, String version) {

        static final Algorithm DEFERRED_ACCEPTANCE = new Algorithm("deferred-acceptance", "1");
    }

    /**
     * A place.
     *
     * @param held in strict order within each kind of seat
     * @param reserve numbers of those who would rather have it than what they got, in strict order
     */
    record Filled(String id, List<Holder> held, List<String> reserve) {}

    /** @param seat open, id of a category, or left-over */
    record Holder(String number, String seat) {}

    /**
     * Who was taken last.
     *
     * @param place null for that of a cap
     * @param seat null for that of a cap
     * @param cap null for that of a place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CutOff(String place, String seat, String cap, String score, String lottery) {}

    /** The bytes that are published. */
    byte[] bytes() {
        return CanonicalJson.whole(this);
    }
}
