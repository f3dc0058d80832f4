package org.yol.applications.application;

import java.time.OffsetDateTime;
import java.util.List;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.StudyLevel;

/**
 * What one has to know of the call to work on an application.
 *
 * @param requiredDocuments kinds of documents an application needs
 * @param opens in the call's zone
 * @param closes likewise
 */
public record CallFacts(
        List<PlaceView> places,
        List<String> requiredDocuments,
        int rankAtMost,
        OffsetDateTime opens,
        OffsetDateTime closes,
        String zone,
        List<Criterion> rubric) {

    /** The university a place is at. */
    public record HostView(String id, String name) {}

    /** A place one may rank. */
    public record PlaceView(String id, HostView host, StudyLevel level, int seats) {

        /** The view of a place. */
        public static PlaceView of(Place place) {
            return new PlaceView(
                    place.id(), new HostView(place.hostId(), place.hostName()), place.level(), place.seats());
        }
    }

    /** The facts of a call; null for one this service has not heard of. */
    public static CallFacts of(Call call) {
        return call == null
                ? null
                : new CallFacts(
                        call.places().stream().map(PlaceView::of).toList(),
                        call.documents(),
                        call.rankAtMost(),
                        call.opening().toOffsetDateTime(),
                        call.deadline().toOffsetDateTime(),
                        call.zone(),
                        call.rubric());
    }
}
