package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.yol.contracts.StudyLevel;

/**
 * Seats at one host for one level.
 *
 * @param id unique in its call: there is one place for a host and level, so it is named by them
 * @param seats 1 or more; may be missing in a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String id, PlaceHost host, StudyLevel level, Integer seats) {

    /** A host as its places name it. */
    public record PlaceHost(String id, String name) {}

    static Place at(PlaceHost host, StudyLevel level, Integer seats) {
        return new Place(host.id() + "-" + level, host, level, seats);
    }
}
