package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;

/** When a call takes applications: as much of it as is read of very many at once. */
public record CallDates(@BsonId String id, String programmeId, Dates terms) {

    /**
     * The dates of its {@link Terms}, by the same names.
     *
     * @param zone IANA zone both are stated in
     * @param extensions none where an older release has written the call
     */
    public record Dates(Instant opens, Instant closes, String zone, int graceMinutes, List<Extension> extensions) {

        public Dates {
            extensions = List.copyOf(Objects.requireNonNullElse(extensions, List.of()));
        }

        /** Until when it takes applications, and whose. */
        public Deadlines deadlines() {
            return new Deadlines(closes, zone, graceMinutes, extensions);
        }
    }
}
