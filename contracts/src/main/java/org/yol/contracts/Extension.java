package org.yol.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A later deadline that was granted after a call was published.
 *
 * @param countries ISO 3166-1 alpha-2 of those whose citizens it is for; empty for everybody
 * @param closes the deadline instead
 * @param reason in the coordinator's words, for the public
 * @param grantedAt when it was granted
 */
public record Extension(List<String> countries, Instant closes, String reason, Instant grantedAt) {

    public Extension {
        countries = countries == null ? List.of() : List.copyOf(countries);
    }

    /**
     * Whether it is for a citizen of that country; null where that is not known, which only one for everybody is for.
     */
    public boolean isFor(String country) {
        return countries.isEmpty() || (country != null && countries.contains(country));
    }
}
