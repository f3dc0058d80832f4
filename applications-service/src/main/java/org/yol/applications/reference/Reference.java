package org.yol.applications.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.application.Application;
import org.yol.applications.application.CallReference;
import org.yol.applications.application.Student;
import org.yol.contracts.Event;
import org.yol.contracts.ReferenceAnswer;
import org.yol.contracts.ReferenceEvent;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Refused;

/**
 * One referee asked by one student for one application: who, how it stands, and when it came to stand so. Nothing of
 * what the referee writes is in it ({@link Letter}), so that its student may see all of it. Asking, answering,
 * declining and taking back exclude each other and so share this document.
 *
 * @param id the student's residence, then a name derived from application and address: nobody is asked twice
 * @param studentName as the referee reads it: as in the passport when they were asked; null before
 * @param openedAt when the link was first followed; null before
 * @param answeredAt when the reference was received or declined; null before
 */
public record Reference(
        @BsonId String id,
        long version,
        String applicationId,
        CallReference call,
        Student student,
        String studentName,
        Referee referee,
        ReferenceState state,
        Mails mails,
        Instant namedAt,
        Instant askedAt,
        Instant openedAt,
        Instant answeredAt)
        implements Aggregate {

    /** The due work of reminding, and of saying that it is missing. */
    static final String WATCHING = "watching";

    /** The due work of forgetting what was written for a reference that will not be sent any more. */
    static final String FORGETTING = "forgetting";

    private static final Set<ReferenceState> AWAITED =
            EnumSet.of(ReferenceState.ASKED, ReferenceState.OPENED, ReferenceState.LATE);

    static Reference named(String id, Application application, Referee referee, Instant now) {
        return new Reference(
                id,
                0,
                application.id(),
                application.call(),
                application.student(),
                null,
                referee,
                ReferenceState.NAMED,
                Mails.NONE,
                now,
                null,
                null,
                null);
    }

    /**
     * The same referee, named once more after they were asked no longer.
     *
     * @throws Refused reference-state unless it was withdrawn
     */
    Change<Reference> namedAgain(Referee again, Instant now) {
        refuseUnless(state == ReferenceState.WITHDRAWN);
        return Change.silent(new Reference(
                id,
                version,
                applicationId,
                call,
                student,
                null,
                again,
                ReferenceState.NAMED,
                mails.withoutLinks(),
                now,
                null,
                null,
                null));
    }

    /**
     * Asks the referee.
     *
     * @param name of the student, as in the mail
     * @throws Refused reference-state when they were asked; reminded-enough when they were written to within a day
     */
    Change<Reference> ask(Mailing mailing, String name, TimeLeft left, ZoneId zone) {
        refuseUnless(state == ReferenceState.NAMED);
        refuseTooSoon(left.now(), zone);
        Reference asked = new Reference(
                id,
                version,
                applicationId,
                call,
                student,
                name,
                referee,
                ReferenceState.ASKED,
                mails.and(mailing, left.now()).at(left.stage()),
                namedAt,
                left.now(),
                null,
                null);
        return Change.telling(asked, wanted(mailing)).due(WATCHING, left.next());
    }

    /**
     * Writes to the referee once more, because the student wants it.
     *
     * @throws Refused reference-state unless an answer is awaited; reminded-enough within a day of the last mail, and
     *     after five times
     */
    Change<Reference> remind(Mailing mailing, Instant now, ZoneId zone) {
        refuseUnless(isAwaited() && !mails.unreachable());
        refuseTooSoon(now, zone);
        return Change.telling(with(state, mails.and(mailing, now).reminded()), wanted(mailing));
    }

    /**
     * What the clock has to do: a mail, or to say that the reference is missing. There is no mail where there was one
     * within the last day.
     *
     * @param mailing should it be needed
     * @param handedIn whether the application it is for is; nobody misses it for one that is not
     */
    Change<Reference> watched(Mailing mailing, TimeLeft left, boolean handedIn) {
        if (!isAwaited() || state == ReferenceState.LATE) {
            return Change.silent(this).settled(WATCHING);
        }
        if (left.isOver()) {
            Reference late = with(ReferenceState.LATE, mails);
            Change<Reference> change = handedIn
                    ? Change.telling(late, answered(ReferenceAnswer.MISSING, left.now()))
                    : Change.silent(late);
            return change.settled(WATCHING);
        }
        boolean reminds = left.stage() > mails.stage()
                && !mails.unreachable()
                && !left.now().isBefore(mails.next());
        Mails known = mails.at(left.stage());
        Change<Reference> change = reminds
                ? Change.telling(with(state, known.and(mailing, left.now())), wanted(mailing))
                : Change.silent(with(state, known));
        return change.due(WATCHING, left.next());
    }

    /**
     * Takes the request back, or the name off the list.
     *
     * @throws Refused reference-state once there is an answer
     */
    Change<Reference> withdraw(Instant now) {
        refuseUnless(isAwaited() || state == ReferenceState.NAMED);
        return Change.silent(with(ReferenceState.WITHDRAWN, mails))
                .settled(WATCHING)
                .then(FORGETTING, now);
    }

    /** Somebody has followed the link. */
    Change<Reference> opened(Instant now) {
        return Change.silent(state == ReferenceState.ASKED ? with(ReferenceState.OPENED, mails, now, null) : this);
    }

    /** The letter is there. Nothing happens when it is not awaited any more. */
    Change<Reference> received(Instant at) {
        return isAwaited() ? answered(ReferenceState.RECEIVED, ReferenceAnswer.RECEIVED, at) : Change.silent(this);
    }

    /**
     * The referee does not want to.
     *
     * @throws Refused reference-answered unless an answer is awaited
     */
    Change<Reference> decline(Instant now) {
        if (!isAwaited()) {
            throw new Refused(ReferenceProblem.REFERENCE_ANSWERED);
        }
        return answered(ReferenceState.DECLINED, ReferenceAnswer.DECLINED, now).then(FORGETTING, now);
    }

    /** No mail reaches the referee. */
    Change<Reference> undeliverable(Instant now) {
        return mails.unreachable() || !isAwaited()
                ? Change.silent(this)
                : Change.telling(with(state, mails.refused()), answered(ReferenceAnswer.UNDELIVERABLE, now));
    }

    /** Whether there may still be an answer, as far as it depends on this. */
    boolean isAwaited() {
        return AWAITED.contains(state);
    }

    /** Whether it counts as one of those that a call wants asked. */
    boolean isAsked() {
        return isAwaited() || state == ReferenceState.RECEIVED;
    }

    /** Whether it takes one of the places that a student has. */
    boolean stands() {
        return isAsked() || state == ReferenceState.NAMED;
    }

    /** Whether the student may write to the referee once more. */
    boolean mayBeRemindedAt(Instant now) {
        return isAwaited() && !mails.unreachable() && !mails.isUsedUp() && !now.isBefore(mails.next());
    }

    private void refuseTooSoon(Instant now, ZoneId zone) {
        if (mails.isUsedUp() || now.isBefore(mails.next())) {
            throw new Refused(
                    ReferenceProblem.REMINDED_ENOUGH,
                    mails.isUsedUp() ? "never" : "later",
                    mails.next().atZone(zone),
                    Mails.REMINDERS_AT_MOST);
        }
    }

    private void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new Refused(ReferenceProblem.REFERENCE_STATE, state.toString());
        }
    }

    private Change<Reference> answered(ReferenceState next, ReferenceAnswer answer, Instant at) {
        return Change.telling(with(next, mails, openedAt, at), answered(answer, at))
                .settled(WATCHING);
    }

    private Reference with(ReferenceState next, Mails sent) {
        return with(next, sent, openedAt, answeredAt);
    }

    private Reference with(ReferenceState next, Mails sent, Instant opened, Instant answered) {
        return new Reference(
                id,
                version,
                applicationId,
                call,
                student,
                studentName,
                referee,
                next,
                sent,
                namedAt,
                askedAt,
                opened,
                answered);
    }

    private Event wanted(Mailing mailing) {
        return new ReferenceEvent.MailWanted(id, mailing.mail(), mailing.sealed());
    }

    private Event answered(ReferenceAnswer answer, Instant at) {
        return new ReferenceEvent.Answered(id, applicationId, call.id(), student.id(), call.title(), answer, at);
    }
}
