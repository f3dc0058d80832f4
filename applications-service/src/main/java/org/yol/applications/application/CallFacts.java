package org.yol.applications.application;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.DocumentNote;
import org.yol.contracts.CallPublished.Name;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.contracts.StudyLevel;

/**
 * What one has to know of the call to work on an application.
 *
 * @param kind of its programme; null while an older release has kept none
 * @param requiredDocuments kinds of documents an application needs
 * @param documentTypes media types that each of these kinds may have
 * @param documentNotes what the student reads beside some of them
 * @param opens in the call's zone
 * @param closes likewise: the deadline that holds for the student of the application; its minute is taken to its end
 * @param teamAsked of a joint research: who has to apply together; null elsewhere
 * @param referencesAsked how many references an application needs, 0 or more
 * @param intake who may enter; null while an older release has kept none
 * @param feedback what of the reviews their student reads once the outcome is announced
 */
public record CallFacts(
        ProgrammeKind kind,
        List<PlaceView> places,
        List<String> requiredDocuments,
        Map<String, List<String>> documentTypes,
        int rankAtMost,
        OffsetDateTime opens,
        OffsetDateTime closes,
        String zone,
        List<Criterion> rubric,
        List<Name> names,
        List<DocumentNote> documentNotes,
        CallPublished.Team teamAsked,
        int referencesAsked,
        IntakeMode intake,
        Feedback feedback) {

    /**
     * The university a place is at.
     *
     * @param name in Latin letters
     * @param names by language tag; {@code en} is always there
     */
    public record HostView(String id, String name, Map<String, String> names) {}

    /** A place one may rank. */
    public record PlaceView(String id, HostView host, StudyLevel level, int seats) {

        /** The view of a place. */
        public static PlaceView of(Place place) {
            return new PlaceView(
                    place.id(),
                    new HostView(place.hostId(), place.hostName(), place.hostNames()),
                    place.level(),
                    place.seats());
        }
    }

    /** The facts of a call for an application of a student; null for one this service has not heard of. */
    public static CallFacts of(Call call, Student student) {
        return call == null
                ? null
                : new CallFacts(
                        call.kind(),
                        call.places().stream().map(PlaceView::of).toList(),
                        call.documents(),
                        call.documents().stream().distinct().collect(Collectors.toMap(kind -> kind, AllowedTypes::of)),
                        call.rankAtMost(),
                        call.opening().toOffsetDateTime(),
                        call.deadline(student.country()).shown().toOffsetDateTime(),
                        call.zone(),
                        call.rubric(),
                        call.names(),
                        call.documentNotes(),
                        call.team(),
                        call.references(),
                        call.intake(),
                        call.selection().reviewing().feedback());
    }
}
