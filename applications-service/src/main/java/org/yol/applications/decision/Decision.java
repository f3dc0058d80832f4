package org.yol.applications.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.Outcome;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * What is decided on an application. A selection needs a seat, and seats are another document: so what is wanted is
 * written down first, then the seat is taken, then it stands. All of an application's seats are taken and given back
 * from here, one step after another and each with the version that asked for it.
 *
 * @param id of the application
 * @param basis what was decided on; null when nothing ever was
 * @param choice what stands; null when nothing is decided
 * @param seating what is still to be done with seats
 * @param publication of the choice; null before
 */
public record Decision(
        @BsonId String id,
        long version,
        String callId,
        String provider,
        Basis basis,
        Choice choice,
        Seating seating,
        Publication publication)
        implements Aggregate {

    /** The due work that takes and gives back seats. */
    static final String SEATING = "seating";

    /** The due work that tells the student. */
    static final String ANNOUNCING = "announcing";

    /** The due work that tells the rest of the process. */
    static final String LISTING = "listing";

    static final Problem MISSING = new Problem("decision-missing", 409);
    private static final Duration LONGEST_OFFER = Duration.ofDays(365);

    static Decision none(String applicationId, String callId, String provider) {
        return new Decision(applicationId, 0, callId, provider, null, null, Seating.NOTHING, null);
    }

    /**
     * Chooses an outcome. It may be changed until it is announced, and afterwards for somebody on the reserve list.
     *
     * @throws Refused state-conflict when it is announced
     */
    Change<Decision> choose(Choice chosen, Basis about, Instant now) {
        if (publication != null && choice.outcome() != Outcome.RESERVE) {
            throw new Refused(
                    ApplicationProblem.STATE_CONFLICT,
                    choice.outcome().announced().toString());
        }
        Seating wanting = seating.wanting(chosen, seat());
        if (chosen.placeId() == null && seat() == null && wanting.frees().isEmpty()) {
            return Change.silent(with(about, chosen, Seating.NOTHING, null));
        }
        return Change.silent(with(about, choice, wanting, publication)).then(SEATING, now);
    }

    /**
     * Chooses what a selection says; a place is offered as soon as it has its seat. Somebody who has been offered a
     * place may be allotted another one, which gives back the seat of the first once they are told. Nothing else is
     * taken from whoever was told something by hand.
     */
    Change<Decision> allot(Allotment allotment, Basis about, Instant now) {
        Choice chosen = allotment.choice();
        boolean told = publication != null && choice.outcome() != Outcome.RESERVE;
        boolean betters = told && choice.outcome() == Outcome.SELECTED && chosen.outcome() == Outcome.SELECTED;
        if (told && !betters || givesWay()) {
            return Change.silent(this);
        }
        if (chosen.placeId() == null) {
            return choose(chosen, about, now);
        }
        Seating wanting = seating.wanting(chosen, seat()).offeredUntil(allotment.answerBy());
        return Change.silent(with(about, choice, wanting, publication)).then(SEATING, now);
    }

    /** Whether that was chosen, and nothing else has become of it since. */
    boolean says(Choice asked) {
        Choice last = seating.wanted() == null ? choice : seating.wanted();
        return last != null && last.isSameAs(asked);
    }

    /** Whether nothing was ever decided on it, or no longer is, and no seat is waited for or to be given back. */
    boolean isBlank() {
        return choice == null && seating.isOver();
    }

    /**
     * What is wanted stands from now on, and every seat that is not its is given back; that of an offer which the
     * student knows only when they know that another one is made instead of it ({@link #told}).
     */
    Change<Decision> seated(Instant now) {
        if (seating.wanted() == null) {
            return Change.silent(with(basis, choice, Seating.NOTHING, publication))
                    .settled(SEATING);
        }
        boolean offers = seating.answerBy() != null;
        Change<Decision> seated = Change.silent(with(
                        basis,
                        seating.wanted(),
                        Seating.freeing(isMoving() && isOffered() ? List.of(seat()) : List.of()),
                        offers ? new Publication(now, seating.answerBy()) : null))
                .settled(SEATING);
        return offers ? seated.then(ANNOUNCING, now) : seated;
    }

    /**
     * The student knows, and the seat of what they were offered before is given back. If they have accepted that one
     * meanwhile, it stands instead.
     *
     * @param offered the place that is offered to the student, or was last
     */
    Change<Decision> told(String offered, Instant now) {
        if (!givesWay()) {
            return Change.silent(this);
        }
        Decision told = seating.frees().contains(offered)
                ? with(basis, choice.at(offered), Seating.freeing(List.of(seat())), publication)
                : this;
        return Change.silent(told).then(SEATING, now).settled(ANNOUNCING);
    }

    /** Whether an offer that the student may still accept gives way to what stands. */
    boolean givesWay() {
        return publication != null
                && seating.wanted() == null
                && !seating.frees().isEmpty();
    }

    private boolean isOffered() {
        return publication != null && seat() != null;
    }

    /** Whether what is wanted takes the seat of another place than what stands. */
    private boolean isMoving() {
        return seating.wanted() != null
                && seat() != null
                && !seat().equals(seating.wanted().placeId());
    }

    /** There was no seat: what stood before stands on. */
    Change<Decision> unseated() {
        return Change.silent(
                        with(basis, choice, Seating.refused(seating.wanted().placeId()), publication))
                .settled(SEATING);
    }

    /**
     * The places whose seats are given back by the step that seats it.
     *
     * @param seated whether what is wanted got its seat: only then what stood gives up its own
     */
    List<String> freed(boolean seated) {
        return seated && isMoving() && !isOffered()
                ? Stream.concat(seating.frees().stream(), Stream.of(seat())).toList()
                : seating.frees();
    }

    /** The places at which it has a seat after the step that seats it. */
    Set<String> kept(boolean seated) {
        Choice wanted = seating.wanted();
        Set<String> kept = new HashSet<>();
        if (seated && wanted != null && wanted.placeId() != null) {
            kept.add(wanted.placeId());
        }
        if (seat() != null && !freed(seated).contains(seat())) {
            kept.add(seat());
        }
        return kept;
    }

    /**
     * The student has accepted what they were offered before they could be offered what is wanted: so that stands, and
     * a seat that was taken for anything else is given back.
     */
    Change<Decision> accepted(Instant now) {
        if (seating.wanted() == null) {
            return Change.silent(this);
        }
        Seating keeping = seating.keeping(seat());
        Change<Decision> stands = Change.silent(with(basis, choice, keeping, publication));
        return keeping.isOver() ? stands.settled(SEATING) : stands.due(SEATING, now);
    }

    /**
     * Nothing is decided any more: the student has withdrawn, declined, or let the offer pass.
     *
     * @param happenedAt version of the application with which that happened
     */
    Change<Decision> ended(long happenedAt, Instant now) {
        if (basis == null || happenedAt <= basis.version() || choice == null && seating.wanted() == null) {
            return Change.silent(this);
        }
        Seating ending = seating.ending(seat());
        Change<Decision> ended = Change.silent(with(new Basis(basis.submission(), happenedAt), null, ending, null))
                .settled(ANNOUNCING);
        return ending.isOver() ? ended : ended.due(SEATING, now);
    }

    /**
     * Lets the student know.
     *
     * @param receiptId of what the application has handed in now: a decision on what was taken back is none
     * @param until when an offer stands
     * @throws Refused decision-missing, or field-errors when {@code until} is past or more than a year ahead
     */
    Change<Decision> publish(String receiptId, Instant until, Instant now) {
        if (choice == null
                || seating.wanted() != null
                || publication != null
                || !basis.submission().equals(receiptId)) {
            throw new Refused(MISSING);
        }
        boolean offers = choice.outcome() == Outcome.SELECTED;
        if (offers && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_OFFER)))) {
            throw Refused.because(List.of(FieldError.of("/answerBy", "offer.answer-by", LONGEST_OFFER.toDays())));
        }
        return Change.silent(with(basis, choice, seating, new Publication(now, offers ? until : null)))
                .then(ANNOUNCING, now);
    }

    /** What is decided, without the words of a reason. */
    Change<Decision> withoutWords() {
        return Change.silent(
                with(basis, choice == null ? null : choice.withoutWords(), seating.withoutWords(), publication));
    }

    /** The place at which what stands holds a seat; null without one. */
    private String seat() {
        return choice == null ? null : choice.placeId();
    }

    private Decision with(Basis about, Choice stands, Seating left, Publication told) {
        return new Decision(id, version, callId, provider, about, stands, left, told);
    }
}
