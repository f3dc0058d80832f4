package org.yol.applications.call;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.DocumentNote;
import org.yol.contracts.CallPublished.Name;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.CallPublished.Team;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.SelectionTerms;
import org.yol.platform.document.Copy;

/**
 * A call as the applications need to know it.
 *
 * @param seq number of the event it was last told by
 * @param kind of its programme; null where an older release kept none
 * @param rankAtMost how many places a student may rank, 1 or more
 * @param eligibility who may apply: whoever meets all of these rules
 * @param answerBy until when offers are to be answered, as it is stated; null where the call does not say
 * @param changes since it opened, the first one first
 * @param team of a joint research: who has to apply together; null elsewhere
 * @param providerNames by language tag; empty where an older release kept none
 * @param references how many references an application needs, 0 or more
 * @param statedReferencesClose until when they are taken, as it is stated; null where as long as applications are
 * @param intake who may enter; null where an older release kept none
 * @param nominationsAtMost how many the authority of a country may nominate, by ISO 3166-1 alpha-2; no limit for one
 *     that is not named
 * @param selection by what applications are reviewed and seats given out
 * @param destination ISO 3166-1 alpha-2, or {@code any}; null where an older release kept none
 */
public record Call(
        @BsonId String id,
        long seq,
        String programmeId,
        String providerId,
        ProgrammeKind kind,
        Map<String, String> title,
        List<String> origins,
        Instant opens,
        Instant closes,
        String zone,
        int graceMinutes,
        List<Extension> extensions,
        List<String> documents,
        int rankAtMost,
        List<EligibilityRule> eligibility,
        List<Place> places,
        List<Criterion> rubric,
        List<Name> names,
        Instant answerBy,
        List<DocumentNote> documentNotes,
        List<CallChange> changes,
        Team team,
        Map<String, String> providerNames,
        int references,
        Instant statedReferencesClose,
        IntakeMode intake,
        Map<String, Integer> nominationsAtMost,
        SelectionTerms selection,
        String destination)
        implements Copy {

    public Call {
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
        eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        names = names == null ? List.of() : List.copyOf(names);
        documentNotes = documentNotes == null ? List.of() : List.copyOf(documentNotes);
        changes = changes == null ? List.of() : List.copyOf(changes);
        providerNames = providerNames == null ? Map.of() : Map.copyOf(providerNames);
        nominationsAtMost = nominationsAtMost == null ? Map.of() : Map.copyOf(nominationsAtMost);
        selection = selection == null ? SelectionTerms.USUAL : selection;
    }

    static Call of(CallPublished published, long seq) {
        return new Call(
                published.callId(),
                seq,
                published.programmeId(),
                published.providerId(),
                published.kind(),
                published.title(),
                published.origins(),
                published.opens(),
                published.closes(),
                published.zone(),
                published.graceMinutes(),
                published.extensions(),
                published.documents(),
                published.rankAtMost(),
                published.eligibility(),
                published.places(),
                published.rubric(),
                published.names(),
                published.answerBy(),
                published.documentNotes(),
                published.changes(),
                published.team(),
                published.providerNames(),
                published.references(),
                published.referencesClose(),
                published.intake(),
                published.nominationsAtMost(),
                published.selection(),
                published.destination());
    }

    /** Whether only those are considered whom the authority of their country has nominated. */
    public boolean isForNominated() {
        return intake == IntakeMode.NOMINATED;
    }

    /** How many the authority of a country may nominate, 1 or more; empty for as many as it likes. */
    public OptionalInt nominationsAtMost(String country) {
        Integer most = nominationsAtMost.get(country);
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** The place of that id in this call. */
    public Optional<Place> place(String placeId) {
        return places.stream().filter(place -> place.id().equals(placeId)).findFirst();
    }

    /** The zone that its times are stated in. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** When it opens, as it is stated to people: in the call's own zone. */
    public ZonedDateTime opening() {
        return opens.atZone(zoneId());
    }

    /** The last instant for an answer to an offer, if the call says one: the end of the minute that it states. */
    public Optional<Instant> lastAnswer() {
        return Optional.ofNullable(answerBy)
                .map(stated -> new Deadline(stated, zoneId(), 0).end().minusMillis(1));
    }

    /**
     * The deadline that holds for a student.
     *
     * @param country of the citizenship that the account states, ISO 3166-1 alpha-2; null where it states none
     */
    public Deadline deadline(String country) {
        return new Deadlines(closes, zone, graceMinutes, extensions).of(country);
    }

    /** The latest deadline that holds for anybody. */
    public Deadline lastDeadline() {
        return new Deadlines(closes, zone, graceMinutes, extensions).last();
    }

    /** Until when references are taken for a student of that country: never less long than applications are. */
    public Deadline referencesClose(String country) {
        Deadline applications = deadline(country);
        return statedReferencesClose == null || statedReferencesClose.isBefore(applications.stated())
                ? applications
                : new Deadline(statedReferencesClose, zoneId(), graceMinutes);
    }

    /** The deadline without what was granted from an instant on. */
    public Deadline deadlineBefore(Instant granted, String country) {
        List<Extension> earlier = extensions.stream()
                .filter(extension -> extension.grantedAt().isBefore(granted))
                .toList();
        return new Deadlines(closes, zone, graceMinutes, earlier).of(country);
    }
}
