package org.yol.applications.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * @param submission receipt of what was decided on
 * @param asOf version of the application when it was decided: what happened to it before does not end the decision
 * @param choice what stands; null when nothing is decided
 * @param wanted what waits for its seat; null otherwise
 * @param frees places whose seats are to be given back, whatever else happens
 * @param refused the place that had no seat left when it was wanted last; null otherwise
 * @param published when the choice was announced to the student; null before
 * @param answerBy until when the offer stands; null without one
 */
public record Decision(
        @BsonId String id,
        long version,
        String callId,
        String provider,
        String submission,
        long asOf,
        Choice choice,
        Choice wanted,
        List<String> frees,
        String refused,
        Instant published,
        Instant answerBy)
        implements Aggregate {

    /** The due work that takes and gives back seats. */
    static final String SEATING = "seating";

    /** The due work that tells the student. */
    static final String ANNOUNCING = "announcing";

    static final Problem MISSING = new Problem("decision-missing", 409);
    private static final Duration LONGEST_OFFER = Duration.ofDays(365);

    static Decision none(String applicationId, String callId, String provider) {
        return new Decision(applicationId, 0, callId, provider, null, 0, null, null, List.of(), null, null, null);
    }

    /**
     * Chooses an outcome. It may be changed until it is announced, and afterwards for somebody on the reserve list.
     *
     * @param receiptId of what is decided on
     * @param applicationVersion as it was then
     * @throws Refused state-conflict when it is announced
     */
    Change<Decision> choose(Choice chosen, String receiptId, long applicationVersion, Instant now) {
        if (isAnnounced() && choice.outcome() != Outcome.RESERVE) {
            throw new Refused(
                    ApplicationProblem.STATE_CONFLICT,
                    choice.outcome().announced().toString());
        }
        List<String> leftOver = leftOver(chosen.placeId());
        if (chosen.outcome() != Outcome.SELECTED && seat() == null && leftOver.isEmpty()) {
            return Change.silent(new Decision(
                    id,
                    version,
                    callId,
                    provider,
                    receiptId,
                    applicationVersion,
                    chosen,
                    null,
                    leftOver,
                    null,
                    null,
                    null));
        }
        return Change.silent(new Decision(
                        id,
                        version,
                        callId,
                        provider,
                        receiptId,
                        applicationVersion,
                        choice,
                        chosen,
                        leftOver,
                        null,
                        published,
                        answerBy))
                .due(SEATING, now);
    }

    /** What is wanted stands from now on, and every seat that is not its is given back. */
    Change<Decision> seated() {
        Decision seated = wanted == null ? with(choice, null, published, answerBy) : with(wanted, null, null, null);
        return Change.silent(seated).settled(SEATING);
    }

    /** There was no seat: what stood before stands on. */
    Change<Decision> unseated() {
        return Change.silent(with(choice, wanted.placeId(), published, answerBy))
                .settled(SEATING);
    }

    /**
     * Nothing is decided any more: the student has withdrawn, declined, or let the offer pass.
     *
     * @param happenedAt version of the application with which that happened
     */
    Change<Decision> ended(long happenedAt, Instant now) {
        if (happenedAt <= asOf || choice == null && wanted == null) {
            return Change.silent(this);
        }
        List<String> given = Stream.concat(leftOver(null).stream(), Stream.ofNullable(seat()))
                .distinct()
                .toList();
        Change<Decision> ended = Change.silent(new Decision(
                        id, version, callId, provider, submission, happenedAt, null, null, given, null, null, null))
                .settled(ANNOUNCING);
        return given.isEmpty() ? ended : ended.due(SEATING, now);
    }

    /**
     * Lets the student know.
     *
     * @param until when an offer stands
     * @throws Refused decision-missing, or field-errors when {@code until} is past or more than a year ahead
     */
    Change<Decision> publish(Instant until, Instant now) {
        if (choice == null || wanted != null || isAnnounced()) {
            throw new Refused(MISSING);
        }
        boolean offers = choice.outcome() == Outcome.SELECTED;
        if (offers && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_OFFER)))) {
            throw Refused.because(List.of(FieldError.of("/answerBy", "offer.answer-by", LONGEST_OFFER.toDays())));
        }
        return Change.silent(new Decision(
                        id,
                        version,
                        callId,
                        provider,
                        submission,
                        asOf,
                        choice,
                        null,
                        frees,
                        null,
                        now,
                        offers ? until : null))
                .due(ANNOUNCING, now);
    }

    boolean isAnnounced() {
        return published != null;
    }

    /** Whether steps with seats are still to be done. */
    boolean isSeating() {
        return wanted != null || !frees.isEmpty();
    }

    /** The place at which what stands holds a seat; null without one. */
    String seat() {
        return choice == null ? null : choice.placeId();
    }

    /** Seats that may have been taken for what was wanted before, but for one. */
    private List<String> leftOver(String butFor) {
        String before = wanted == null ? null : wanted.placeId();
        return Stream.concat(frees.stream(), Stream.ofNullable(before))
                .filter(place -> !place.equals(butFor))
                .distinct()
                .toList();
    }

    private Decision with(Choice stands, String refusedPlace, Instant announced, Instant until) {
        return new Decision(
                id,
                version,
                callId,
                provider,
                submission,
                asOf,
                stands,
                null,
                List.of(),
                refusedPlace,
                announced,
                until);
    }
}
