package org.yol.programs.call;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.SelectionTerms;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Programme;

/** Puts a call that becomes public into the words other services understand. */
final class PublicationEvent {

    private PublicationEvent() {}

    static CallPublished of(Programme programme, Call call) {
        Offer offer = programme.offer();
        Terms terms = call.terms();
        return new CallPublished(
                call.id(),
                programme.id(),
                programme.provider().id(),
                programme.provider().name(),
                programme.provider().names(),
                offer.kind(),
                offer.title(),
                offer.destination(),
                offer.origins(),
                terms.opens(),
                terms.closes(),
                terms.zone(),
                terms.graceMinutes(),
                terms.extensions(),
                terms.intake(),
                terms.documents(),
                terms.references(),
                terms.rankAtMost(),
                terms.eligibility(),
                terms.places().stream().map(PublicationEvent::place).toList(),
                terms.rubric().stream()
                        .map(line -> new CallPublished.Criterion(line.criterion(), line.weight()))
                        .toList(),
                terms.particulars().names().stream()
                        .map(name -> new CallPublished.Name(name.keyword(), name.text()))
                        .toList(),
                terms.particulars().answerBy(),
                terms.particulars().documentNotes().stream()
                        .map(note -> new CallPublished.DocumentNote(note.document(), note.text(), note.template()))
                        .toList(),
                changes(programme, call),
                team(terms.particulars().team()),
                terms.particulars().referencesClose(),
                terms.particulars().nominationsAtMost(),
                selection(terms));
    }

    private static CallPublished.Team team(Particulars.Team stated) {
        return stated == null
                ? null
                : new CallPublished.Team(stated.membersAtLeast(), stated.countriesAtLeast(), stated.mustInclude());
    }

    private static SelectionTerms selection(Terms terms) {
        return new SelectionTerms(
                terms.particulars().categories().stream()
                        .map(category ->
                                new SelectionTerms.Category(category.id(), category.level(), category.eligibility()))
                        .toList(),
                terms.caps().entrySet().stream()
                        .map(cap -> new SelectionTerms.Cap(
                                cap.getKey(),
                                terms.cappedBy(cap.getKey()).map(Place::id).toList(),
                                cap.getValue()))
                        .filter(cap -> !cap.places().isEmpty())
                        .sorted(Comparator.comparing(SelectionTerms.Cap::id))
                        .toList(),
                reviewing(terms.particulars().reviewing()),
                excludes(terms.particulars().excludes()));
    }

    private static SelectionTerms.Reviewing reviewing(Particulars.Reviewing stated) {
        return stated == null
                ? null
                : new SelectionTerms.Reviewing(stated.reviews(), stated.blind(), stated.spread(), stated.feedback());
    }

    private static SelectionTerms.Exclusion excludes(Particulars.Excludes stated) {
        return stated == null ? null : new SelectionTerms.Exclusion(stated.all(), stated.programmes());
    }

    /** Before it opened nobody could have begun to apply. */
    private static List<CallChange> changes(Programme programme, Call call) {
        return Stream.concat(
                        Amendment.changes(call.amendments(), "call"),
                        Amendment.changes(programme.amendments(), "programme"))
                .filter(change -> !change.at().isBefore(call.terms().opens()))
                .sorted(Comparator.comparing(CallChange::at))
                .toList();
    }

    private static CallPublished.Place place(Place place) {
        return new CallPublished.Place(
                place.id(),
                place.host().id(),
                place.host().name(),
                place.host().names(),
                place.level(),
                place.seats(),
                place.reserves());
    }
}
