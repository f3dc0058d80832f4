package org.yol.applications.call;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallPublished;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.Place;
import org.yol.platform.document.Copy;

/**
 * A call as the applications need to know it.
 *
 * @param seq number of the event it was last told by
 * @param rankAtMost how many places a student may rank, 1 or more
 */
public record Call(
        @BsonId String id,
        long seq,
        String programmeId,
        String providerId,
        Map<String, String> title,
        List<String> origins,
        Instant opens,
        Instant closes,
        String zone,
        List<String> documents,
        int rankAtMost,
        List<Place> places,
        List<Criterion> rubric)
        implements Copy {

    static Call of(CallPublished published, long seq) {
        return new Call(
                published.callId(),
                seq,
                published.programmeId(),
                published.providerId(),
                published.title(),
                published.origins(),
                published.opens(),
                published.closes(),
                published.zone(),
                published.documents(),
                published.rankAtMost(),
                published.places(),
                published.rubric());
    }

    /** The place of that id in this call. */
    public Optional<Place> place(String placeId) {
        return places.stream().filter(place -> place.id().equals(placeId)).findFirst();
    }

    /** When it opens, as it is stated to people: in the call's own zone. */
    public ZonedDateTime opening() {
        return opens.atZone(ZoneId.of(zone));
    }

    /** The deadline as it is stated to people: in the call's own zone. */
    public ZonedDateTime deadline() {
        return closes.atZone(ZoneId.of(zone));
    }
}
