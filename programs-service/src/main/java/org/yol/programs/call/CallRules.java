package org.yol.programs.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.eligibility.RuleReading;
import org.yol.platform.problem.FieldError;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Agreement.AgreedNumber;
import org.yol.programs.call.Particulars.DocumentNote;
import org.yol.programs.call.Particulars.Team;

/** What a call must say before the public sees it. Finds all that is missing at once. */
final class CallRules {

    private static final int WHOLE = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private CallRules() {}

    /** What is wrong, in the order of the form, by pointers into the call; empty when it may be published. */
    static List<FieldError> errors(Terms terms, ProgrammeKind kind, Instant now) {
        CallRules rules = new CallRules();
        rules.checkTimes(terms, now);
        rules.checkWhatFollows(terms);
        rules.checkPlaces(terms);
        rules.checkCaps(terms);
        rules.checkRubric(terms.rubric());
        rules.checkDocumentNotes(terms);
        rules.checkKind(terms.particulars(), kind);
        rules.require(
                terms.intake() == IntakeMode.NOMINATED
                        || terms.particulars().nominationsAtMost().isEmpty(),
                "/nominationsAtMost",
                "publication.nominations.intake");
        rules.checkTeam(terms.particulars().team());
        rules.checkAgreement(terms);
        RuleReading.read(terms.eligibility(), "/eligibility").faults().stream()
                .map(RuleFaults::error)
                .forEach(rules.errors::add);
        return List.copyOf(rules.errors);
    }

    private void checkTimes(Terms terms, Instant now) {
        require(terms.zone() != null, "/zone", "field.required");
        require(terms.opens() != null, "/opens", "field.required");
        if (terms.closes() == null) {
            require(false, "/closes", "field.required");
        } else if (terms.opens() != null && !terms.closes().isAfter(terms.opens())) {
            require(false, "/closes", "publication.closes.order");
        } else {
            require(terms.closes().isAfter(now), "/closes", "publication.closes.past");
        }
    }

    /** Decisions come after the deadline, and answers after the decisions. */
    private void checkWhatFollows(Terms terms) {
        Particulars particulars = terms.particulars();
        if (terms.closes() == null || terms.zone() == null) {
            return;
        }
        require(
                particulars.referencesClose() == null
                        || !particulars.referencesClose().isBefore(terms.closes()),
                "/referencesClose",
                "publication.references-close");
        LocalDate closing = dayOf(terms.closes(), terms);
        LocalDate results = particulars.resultsOn();
        require(results == null || !results.isBefore(closing), "/resultsOn", "publication.results");
        LocalDate earliest = results == null || results.isBefore(closing) ? closing : results;
        require(
                particulars.answerBy() == null
                        || particulars.answerBy().isAfter(terms.closes())
                                && !dayOf(particulars.answerBy(), terms).isBefore(earliest),
                "/answerBy",
                "publication.answer-by");
    }

    private static LocalDate dayOf(Instant instant, Terms terms) {
        return LocalDate.ofInstant(instant, ZoneId.of(terms.zone()));
    }

    private void checkDocumentNotes(Terms terms) {
        List<DocumentNote> notes = terms.particulars().documentNotes();
        for (int index = 0; index < notes.size(); index++) {
            boolean asked = terms.documents().contains(notes.get(index).document());
            require(asked, "/documentNotes/" + index + "/document", "publication.note");
        }
    }

    private void checkPlaces(Terms terms) {
        int number = terms.places().size();
        require(number > 0, "/places", "publication.places");
        for (int index = 0; index < number; index++) {
            Place place = terms.places().get(index);
            require(place.seats() != null, "/places/" + index + "/seats", "field.required");
            require(
                    place.seats() == null || place.reserved() <= place.seats(),
                    "/places/" + index + "/reserves",
                    "publication.reserves",
                    place.seats());
        }
        if (number > 0) {
            require(terms.rankAtMost() <= number, "/rankAtMost", "publication.rank", number);
        }
    }

    /**
     * A place ⊂ a group or level ⊂ the call (domain.md, nested caps): what is capped may not cross, nor be beside seats
     * that are reserved.
     */
    private void checkCaps(Terms terms) {
        Integer all = terms.caps().get("call");
        boolean isReserving = terms.places().stream().anyMatch(place -> place.reserved() > 0);
        Map<String, Set<String>> capped = new TreeMap<>();
        terms.caps().forEach((name, most) -> {
            require(all == null || most <= all, "/caps/" + name, "publication.cap.call", all);
            capped.put(name, terms.cappedBy(name).map(Place::id).collect(Collectors.toSet()));
            require(!isReserving || !binds(most, name, terms), "/caps/" + name, "publication.cap.reserves");
        });
        capped.forEach((name, places) -> capped.forEach((other, others) -> {
            boolean apart = Collections.disjoint(places, others);
            boolean nested = places.containsAll(others) || others.containsAll(places);
            require(apart || nested || name.compareTo(other) > 0, "/caps/" + name, "publication.cap.cross", other);
        }));
    }

    /** A cap of no fewer seats than its places have together caps nothing. */
    private static boolean binds(int most, String cap, Terms terms) {
        return terms.cappedBy(cap)
                        .mapToInt(place -> Objects.requireNonNullElse(place.seats(), 0))
                        .sum()
                > most;
    }

    private void checkKind(Particulars particulars, ProgrammeKind kind) {
        boolean research = kind == ProgrammeKind.JOINT_RESEARCH;
        boolean exchange = kind == ProgrammeKind.EXCHANGE;
        require(!research || particulars.team() != null, "/team", "publication.team");
        require(research || particulars.team() == null, "/team", "publication.team.kind");
        require(!exchange || particulars.agreement() != null, "/agreement", "publication.agreement");
        require(exchange || particulars.agreement() == null, "/agreement", "publication.agreement.kind");
    }

    private void checkTeam(Team team) {
        if (team != null) {
            require(team.countriesAtLeast() >= 2, "/team/countriesAtLeast", "publication.team.countries");
            require(
                    team.membersAtLeast() >= team.countriesAtLeast(),
                    "/team/membersAtLeast",
                    "publication.team.members",
                    team.countriesAtLeast());
        }
    }

    private void checkAgreement(Terms terms) {
        Agreement agreement = terms.particulars().agreement();
        if (agreement == null) {
            return;
        }
        Set<String> hosts =
                terms.places().stream().map(place -> place.host().id()).collect(Collectors.toSet());
        require(terms.places().isEmpty() || hosts.size() > 1, "/places", "publication.agreement.hosts");
        Set<String> ways = new HashSet<>();
        for (int index = 0; index < agreement.numbers().size(); index++) {
            AgreedNumber agreed = agreement.numbers().get(index);
            String pointer = "/agreement/numbers/" + index;
            require(hosts.contains(agreed.from()), pointer + "/from", "publication.agreement.host");
            require(hosts.contains(agreed.to()), pointer + "/to", "publication.agreement.host");
            boolean first = ways.add(agreed.from() + " " + agreed.to());
            require(first && !agreed.from().equals(agreed.to()), pointer, "publication.agreement.way");
            require(
                    !agreement.balanced() || agreed.students() == back(agreed, agreement),
                    pointer + "/students",
                    "publication.agreement.balanced",
                    back(agreed, agreement));
        }
    }

    /** How many go the other way. */
    private static int back(AgreedNumber agreed, Agreement agreement) {
        return agreement.numbers().stream()
                .filter(other -> other.isBetween(agreed.to(), agreed.from()))
                .mapToInt(AgreedNumber::students)
                .sum();
    }

    private void checkRubric(List<Criterion> rubric) {
        for (int index = 0; index < rubric.size(); index++) {
            require(rubric.get(index).weight() != null, "/rubric/" + index + "/weight", "field.required");
        }
        int sum = rubric.stream()
                .map(Criterion::weight)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        require(sum == WHOLE, "/rubric", "publication.rubric", sum);
    }

    private void require(boolean met, String pointer, String message, Object... arguments) {
        if (!met) {
            errors.add(FieldError.of(pointer, message, arguments));
        }
    }
}
