package org.yol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call is open to the public, or has changed since: the whole call, everything another service needs to take
 * applications to it. Key: call id. Its topic is compacted, so that the last word on each call is there for ever.
 *
 * @param providerName in Latin letters, English as a rule
 * @param providerNames the provider's names by language tag; {@code en} is always there
 * @param title the programme's title by language tag; {@code en} is always there
 * @param destination ISO 3166-1 alpha-2, or {@code any}
 * @param origins ISO 3166-1 alpha-2 of the citizens it is for
 * @param opens first instant at which an application may be started
 * @param closes the deadline as published: the minute that it names is taken to its end
 * @param zone IANA zone the deadline is stated in
 * @param graceMinutes for how long after each deadline an application is still taken, 0 or more
 * @param extensions later deadlines that were granted since, for everybody or for citizens of some countries
 * @param documents kinds of documents every application needs
 * @param references number of references every application needs
 * @param rankAtMost how many places a student may rank, 1 or more
 * @param eligibility who may apply: whoever meets all of these rules
 * @param names of documents and criteria that are in no catalogue
 * @param answerBy until when an offered place is to be answered: the minute that it names is taken to its end; null
 *     while it is not known
 * @param documentNotes of documents that are asked for, one of each at most
 * @param changes of what was public since it opened, the first one first; those of earlier releases are left out
 * @param team of a joint research: who has to apply together; null elsewhere, and from releases that did not tell it
 * @param referencesClose until when references are taken, as it is stated: the minute that it names is taken to its
 *     end; null where they are taken as long as applications are, and from releases that did not tell it
 * @param nominationsAtMost how many the authority of a country may nominate, by ISO 3166-1 alpha-2, each 1 or more; as
 *     many as it likes for a country that is not named
 * @param selection by what applications are reviewed and seats given out; the usual from releases that did not tell it
 */
public record CallPublished(
        String callId,
        String programmeId,
        String providerId,
        String providerName,
        Map<String, String> providerNames,
        ProgrammeKind kind,
        Map<String, String> title,
        String destination,
        List<String> origins,
        Instant opens,
        Instant closes,
        String zone,
        Integer graceMinutes,
        List<Extension> extensions,
        IntakeMode intake,
        List<String> documents,
        int references,
        int rankAtMost,
        List<EligibilityRule> eligibility,
        List<Place> places,
        List<Criterion> rubric,
        List<Name> names,
        Instant answerBy,
        List<DocumentNote> documentNotes,
        List<CallChange> changes,
        Team team,
        Instant referencesClose,
        Map<String, Integer> nominationsAtMost,
        SelectionTerms selection)
        implements Event {

    /** Told by an earlier release, it has one name only, and nothing was granted. */
    public CallPublished {
        providerNames = named(providerNames, providerName);
        graceMinutes = graceMinutes == null ? 0 : graceMinutes;
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
        eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        names = names == null ? List.of() : List.copyOf(names);
        documentNotes = documentNotes == null ? List.of() : List.copyOf(documentNotes);
        changes = changes == null ? List.of() : List.copyOf(changes);
        nominationsAtMost = nominationsAtMost == null ? Map.of() : Map.copyOf(nominationsAtMost);
        selection = selection == null ? SelectionTerms.USUAL : selection;
    }

    /** Until when it takes applications, and whose. */
    public Deadlines deadlines() {
        return new Deadlines(closes, zone, graceMinutes, extensions);
    }

    private static Map<String, String> named(Map<String, String> names, String name) {
        if (names != null && !names.isEmpty()) {
            return names;
        }
        return name == null ? Map.of() : Map.of("en", name);
    }

    /**
     * A number of seats at one host for one level.
     *
     * @param hostName in Latin letters
     * @param hostNames the host's names by language tag; {@code en} is always there
     * @param seats 1 or more
     * @param reserves how many of the seats are kept for members of a category, by its keyword, each 1 or more; empty
     *     without, and from releases that did not tell it
     */
    public record Place(
            String id,
            String hostId,
            String hostName,
            Map<String, String> hostNames,
            StudyLevel level,
            int seats,
            Map<String, Integer> reserves) {

        /** Told by an earlier release, it has the one name only. */
        public Place {
            hostNames = named(hostNames, hostName);
            reserves = reserves == null ? Map.of() : Map.copyOf(reserves);
        }
    }

    /**
     * What people read instead of a keyword.
     *
     * @param text by language tag
     */
    public record Name(String keyword, Map<String, String> text) {}

    /**
     * What whoever has to hand in a document reads beside it.
     *
     * @param document its kind
     * @param text what to mind, by language tag; empty without
     * @param template https address of a form to fill in; null without
     */
    public record DocumentNote(String document, Map<String, String> text, String template) {}

    /**
     * Who has to apply together, with one of them as the lead.
     *
     * @param membersAtLeast 2 or more
     * @param countriesAtLeast that they have to be from, 2 or more
     * @param mustInclude ISO 3166-1 alpha-2 of countries that somebody has to be from
     */
    public record Team(int membersAtLeast, int countriesAtLeast, List<String> mustInclude) {

        public Team {
            mustInclude = mustInclude == null ? List.of() : List.copyOf(mustInclude);
        }
    }

    /**
     * One line of the rubric.
     *
     * @param weight its part of the whole, in percent; the weights of a rubric add up to 100
     */
    public record Criterion(String criterion, int weight) {}
}
