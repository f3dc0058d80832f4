package org.yol.programs.programme;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** An {@link Amendment} as everybody reads it. */
public record AmendmentView(OffsetDateTime at, String reason) {

    /** The last one first, by the clocks of a zone. */
    public static List<AmendmentView> of(List<Amendment> amendments, ZoneId zone) {
        return amendments.reversed().stream()
                .map(amendment -> new AmendmentView(amendment.at().atZone(zone).toOffsetDateTime(), amendment.reason()))
                .toList();
    }
}
