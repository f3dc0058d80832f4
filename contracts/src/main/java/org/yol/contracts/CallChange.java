package org.yol.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A change of a call that was public already, or of its programme, of which whoever has begun to apply is told.
 *
 * @param id of the change within its call, the same for ever
 * @param at when it was made
 * @param reason in the coordinator's words, for the public
 * @param closes the deadline that it states for those whom it is for; null where it leaves deadlines as they are
 * @param countries ISO 3166-1 alpha-2 of those whose citizens it is for; empty for everybody
 */
public record CallChange(
        String id, ChangeKind kind, Instant at, String reason, Instant closes, List<String> countries) {

    public CallChange {
        countries = countries == null ? List.of() : List.copyOf(countries);
    }

    /** Whether it is for a citizen of that country; null where that is not known. */
    public boolean isFor(String country) {
        return countries.isEmpty() || (country != null && countries.contains(country));
    }
}
