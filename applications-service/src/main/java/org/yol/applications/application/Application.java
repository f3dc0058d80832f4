package org.yol.applications.application;

import static org.yol.contracts.ApplicationState.ACCEPTED;
import static org.yol.contracts.ApplicationState.AWARDED;
import static org.yol.contracts.ApplicationState.DRAFT;
import static org.yol.contracts.ApplicationState.EXPIRED;
import static org.yol.contracts.ApplicationState.NOMINATED;
import static org.yol.contracts.ApplicationState.OFFERED;
import static org.yol.contracts.ApplicationState.RESERVE;
import static org.yol.contracts.ApplicationState.RETURNED;
import static org.yol.contracts.ApplicationState.SUBMITTED;
import static org.yol.contracts.ApplicationState.UNDER_REVIEW;
import static org.yol.contracts.ApplicationState.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.KnownApplicant;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.person.Residence;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.Submission;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.OfferAnswer;
import org.yol.eligibility.Evaluation;
import org.yol.platform.access.Role;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * One student's application to one call: the student's life cycle (domain.md, Application states). It holds nothing
 * that the student may not know: reviews and decisions are documents of their own, and what is decided comes here when
 * it is announced. Every method that changes it answers the new state and its events, or refuses with a reason.
 *
 * @param id the student's residence, then a name derived from call and student, so that there is never a second
 * @param form as it is filled in now; once it is handed in, what was, until a correction takes its place
 * @param searchWords words of what it is found by, and ends of some: the student's name, and those in the passport and
 *     the receipt's number once it is handed in
 * @param correction what the student writes instead of what is handed in, which stands untouched until this is handed
 *     in itself; its student's alone, null without one
 */
public record Application(
        @BsonId String id,
        long version,
        CallReference call,
        Student student,
        Form form,
        Life life,
        Instant createdAt,
        Instant updatedAt,
        List<String> searchWords,
        Form correction)
        implements Aggregate, Visible {

    /** The due work of an offer that nobody answers. */
    static final String OFFER_EXPIRY = "offer-expiry";

    /** The due work of telling once more that an offer ends. */
    static final String OFFER_REMINDER = "offer-reminder";

    /** The due work of a draft that was withdrawn: its files are not kept for long. */
    static final String DISCARDING = "discarding";

    /** The due work of a correction that is asked for and not handed in. */
    static final String CORRECTION_EXPIRY = "correction-expiry";

    /** The due work of one that is awarded or completed: its certificate. */
    static final String CERTIFYING = "certifying";

    /** The longest that a coordinator may leave a student for a correction. */
    private static final Duration LONGEST_CORRECTION = Duration.ofDays(60);

    /** How long before its end a student is reminded of an offer. */
    private static final Duration REMINDED_BEFORE = Duration.ofDays(2);

    /** Where a day begins first. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    static final Set<ApplicationState> REVIEWABLE = EnumSet.of(SUBMITTED, NOMINATED, UNDER_REVIEW);
    private static final Set<ApplicationState> DECIDABLE = EnumSet.of(SUBMITTED, NOMINATED, UNDER_REVIEW, RESERVE);
    private static final Set<ApplicationState> WITHDRAWABLE =
            EnumSet.of(DRAFT, SUBMITTED, RETURNED, NOMINATED, UNDER_REVIEW, RESERVE, OFFERED);
    private static final Set<ApplicationState> HELD = EnumSet.of(OFFERED, ACCEPTED, AWARDED);
    static final Set<ApplicationState> NOMINABLE = EnumSet.of(SUBMITTED, RETURNED);
    private static final Set<ApplicationState> CORRECTABLE = EnumSet.of(SUBMITTED, RETURNED, UNDER_REVIEW);

    private Application(
            String id,
            long version,
            CallReference call,
            Student student,
            Form form,
            Life life,
            Instant createdAt,
            Instant updatedAt,
            Form correction) {
        this(
                id,
                version,
                call,
                student,
                form,
                life,
                createdAt,
                updatedAt,
                SearchWords.of(student, form, life),
                correction);
    }

    /**
     * A draft, while the call is open.
     *
     * @param citizenships that the student states besides that of the account
     * @throws Refused not-open-yet, deadline-passed, or not-eligible by the citizenship of the account
     */
    static Change<Application> start(String id, Call call, Student student, List<String> citizenships, Instant now) {
        SubmissionRules.refuseOutsideOf(call, student, now);
        EligibilityCheck.refuse(call, EligibilityCheck.known(student, citizenships));
        CallReference reference =
                new CallReference(call.id(), call.programmeId(), call.providerId(), call.title(), call.intake());
        Application draft = new Application(id, 0, reference, student, Form.EMPTY, Life.started(now), now, now, null);
        return Change.telling(draft, new ApplicationEvent.Started(draft.subject()));
    }

    /**
     * A draft again, with the answers that were written last, after it was withdrawn.
     *
     * @throws Refused state-conflict unless it is withdrawn; not-open-yet, deadline-passed, not-eligible
     */
    Change<Application> startAgain(Call open, List<String> citizenships, Instant now) {
        refuseUnless(isRestartable());
        SubmissionRules.refuseOutsideOf(open, student, now);
        EligibilityCheck.refuse(open, EligibilityCheck.known(student, citizenships));
        Application draft =
                new Application(id, version, call, student, written(), life.startedAgain(now), createdAt, now, null);
        return Change.telling(draft, new ApplicationEvent.Started(draft.subject()))
                .settled(DISCARDING);
    }

    /**
     * The form, filled in further; of what is handed in, its correction.
     *
     * @throws Refused state-conflict once it is submitted and no correction is begun, or what the form refuses
     */
    public Change<Application> edit(UnaryOperator<Form> edited, Instant now) {
        if (correction != null) {
            refuseUnless(CORRECTABLE.contains(state()));
            return Change.silent(correcting(edited.apply(correction), now));
        }
        refuseUnless(state() == DRAFT);
        return Change.silent(
                new Application(id, version, call, student, edited.apply(form), life, createdAt, now, null));
    }

    /** The same for readers who are not to know who applies. */
    Application unnamed() {
        return new Application(
                id,
                version,
                call,
                student.unnamed(),
                form.unnamed(),
                life.unnamed(),
                createdAt,
                updatedAt,
                List.of(),
                null);
    }

    /** What the student is writing: the correction, where one is begun. */
    public Form written() {
        return correction == null ? form : correction;
    }

    /**
     * Begins to correct what is handed in, or finds the correction there is. Whoever has begun one in time may hand it
     * in until the deadline though reviewing begins meanwhile; nobody begins one after that, unless they are asked to.
     *
     * @throws Refused review-begun, deadline-passed by the server's clock, correction-too-late, state-conflict
     */
    Change<Application> beginCorrection(Call asked, Instant now) {
        if (correction == null && state() == UNDER_REVIEW) {
            throw new Refused(ApplicationProblem.REVIEW_BEGUN);
        }
        refuseUncorrectable(asked, now);
        return Change.silent(correction == null ? correcting(form, now) : this);
    }

    /** Whether what is handed in may be corrected now, or the correction that is begun be written and handed in. */
    boolean isCorrectable(Call asked, Instant now) {
        boolean begun = correction != null || state() != UNDER_REVIEW;
        return begun && CORRECTABLE.contains(state()) && !isTooLateToCorrect(asked, now);
    }

    /**
     * Throws the correction away, whenever. What is handed in stands.
     *
     * @throws Refused state-conflict when there is none
     */
    Change<Application> discardCorrection(Instant now) {
        refuseUnless(correction != null);
        return Change.silent(correcting(null, now));
    }

    /**
     * Asks for a correction, which may be handed in after the deadline of the call too.
     *
     * @throws Refused state-conflict unless it is submitted or under review and nothing is announced; field-errors when
     *     {@code until} is past or more than sixty days ahead
     */
    Change<Application> giveBack(CorrectionRequest request) {
        refuseUnless(isReturnable());
        if (request.hasPassed(request.at())
                || request.until().isAfter(request.at().plus(LONGEST_CORRECTION))) {
            throw Refused.because(List.of(FieldError.of("/until", "correction.until", LONGEST_CORRECTION.toDays())));
        }
        Application returned = in(life.returned(request), request.at());
        return Change.telling(returned, new ApplicationEvent.Returned(returned.subject(), request.until()))
                .due(CORRECTION_EXPIRY, request.end());
    }

    /** The correction that was asked for was not handed in: what stands counts. Nothing happens before that. */
    Change<Application> expireCorrection(Instant now) {
        if (state() != RETURNED || !life.asked().hasPassed(now)) {
            return Change.silent(this);
        }
        Instant until = life.asked().until();
        Application stands = in(life.returnedInVain(now), now);
        return Change.telling(stands, new ApplicationEvent.CorrectionExpired(stands.subject(), until))
                .settled(CORRECTION_EXPIRY);
    }

    private void refuseUncorrectable(Call asked, Instant now) {
        refuseUnless(CORRECTABLE.contains(state()));
        if (isTooLateToCorrect(asked, now)) {
            if (state() == RETURNED) {
                throw new Refused(
                        ApplicationProblem.CORRECTION_TOO_LATE,
                        life.asked().until().atZone(asked.zoneId()));
            }
            SubmissionRules.refuseOutsideOf(asked, student, now);
        }
    }

    /** Who is asked may be late; who is asked early keeps the deadline. */
    private boolean isTooLateToCorrect(Call asked, Instant now) {
        boolean called = state() == RETURNED && !life.asked().hasPassed(now);
        return !called && asked.deadline(student.country()).hasPassed(now);
    }

    private Application correcting(Form corrected, Instant now) {
        return new Application(id, version, call, student, form, life, createdAt, now, corrected);
    }

    /** The same with what its student says of themselves, as it is handed in. */
    Application stating(Particulars dossier, Call asked) {
        Form stated = written().with(dossier, asked);
        return correction == null
                ? new Application(id, version, call, student, stated, life, createdAt, updatedAt, searchWords, null)
                : correcting(stated, updatedAt);
    }

    /**
     * What keeps it from being handed in, {@link #stating} a dossier; empty when nothing does.
     *
     * @param referees who was asked for a reference
     */
    List<FieldError> faults(List<AskedReferee> referees, Call asked, Instant now) {
        return SubmissionRules.submissionErrors(written(), referees, asked, now);
    }

    /** What the rules of a call say of its student, {@link #stating} a dossier. */
    Evaluation evaluation(Call asked, Instant now) {
        return EligibilityCheck.evaluation(asked, applicant(now));
    }

    /**
     * Whether what was handed in shows that its student met all of these rules when the call closed: what is not known
     * is not met.
     */
    public boolean meets(List<EligibilityRule> rules, Call asked) {
        return EligibilityCheck.isMet(
                rules,
                asked,
                KnownApplicant.of(form.dossier(), form.choices().size(), SubmissionRules.today(asked.closes())));
    }

    private org.yol.eligibility.Applicant applicant(Instant now) {
        return KnownApplicant.of(written().dossier(), written().choices().size(), SubmissionRules.today(now));
    }

    /**
     * What would be handed in now.
     *
     * @param referees who was asked for a reference
     */
    Submission submission(List<AskedReferee> referees) {
        return Submission.of(Residence.of(student.country()), id, written().parts(referees));
    }

    /**
     * Hands in the draft, or the correction of what was handed in before, {@link #stating} a dossier. What is handed in
     * never changes.
     *
     * @param submitted what {@link #submission} made
     * @param referees who was asked for a reference, as in it
     * @param signed makes a signed receipt of one that is not
     * @throws Refused deadline-passed or correction-too-late by the server's clock, state-conflict, field-errors with
     *     all that is missing, or not-eligible with all rules that are not met
     */
    Change<Application> submit(
            Submission submitted, List<AskedReferee> referees, UnaryOperator<Receipt> signed, Call asked, Instant now) {
        if (correction == null) {
            refuseUnless(state() == DRAFT);
            SubmissionRules.refuseOutsideOf(asked, student, now);
        } else {
            refuseUncorrectable(asked, now);
        }
        Form complete = written();
        SubmissionRules.refuseIncomplete(complete, referees, asked, now);
        EligibilityCheck.refuse(asked, applicant(now));
        Instant firstAt = state() == RETURNED ? life.receipt().countsAt() : null;
        Receipt given = signed.apply(Receipt.of(submitted, now, complete.digests(referees), firstAt));
        Application handedIn =
                new Application(id, version, call, student, complete, life.submitted(given), createdAt, now, null);
        return answered(Change.telling(
                handedIn,
                new ApplicationEvent.Submitted(handedIn.subject(), given.id(), now, receiptId(), given.commitment())));
    }

    /** Whatever follows a return, nobody has to wait for the correction any more. */
    private Change<Application> answered(Change<Application> change) {
        return state() == RETURNED ? change.settled(CORRECTION_EXPIRY) : change;
    }

    /**
     * Takes it back.
     *
     * @param reason may be null
     * @throws Refused state-conflict after an answer to an offer or a refusal
     */
    Change<Application> withdraw(String reason, Instant now) {
        refuseUnless(isWithdrawable());
        Application withdrawn = in(life.in(WITHDRAWN, now, Role.STUDENT, reason), now);
        Change<Application> change = Change.telling(withdrawn, new ApplicationEvent.Withdrawn(withdrawn.subject()))
                .settled(OFFER_EXPIRY)
                .settled(OFFER_REMINDER);
        return isHandedIn() ? answered(change) : change.due(DISCARDING, now);
    }

    /** Whether it is a draft that was withdrawn, so that nobody will miss its files. */
    public boolean isDiscarded() {
        return state() == WITHDRAWN && !isHandedIn();
    }

    /** A withdrawn draft without its files and without the people named in it; anything else as it is. */
    public Change<Application> withoutFiles() {
        return Change.silent(
                isDiscarded()
                        ? new Application(
                                id, version, call, student, form.discarded(), life, createdAt, updatedAt, null)
                        : this);
    }

    /**
     * Without anything of its student: what stays is which call and places it was for, how it went on, and the digests
     * and instants of its receipts.
     *
     * @throws IllegalStateException while it may still be withdrawn, which comes first
     */
    Change<Application> withoutPerson() {
        if (isWithoutPerson()) {
            return Change.silent(this);
        }
        if (isWithdrawable()) {
            throw new IllegalStateException("Its student has not left " + id);
        }
        Application nobodys = new Application(
                id,
                version,
                call,
                student.erased(id),
                form.withoutPerson(),
                life.withoutWords(),
                createdAt,
                updatedAt,
                null);
        return Change.silent(nobodys).settled(DISCARDING);
    }

    /** Whether its student was erased. */
    public boolean isWithoutPerson() {
        return student.equals(student.erased(id));
    }

    /** Whether it names a file: in the form, in its correction, or in anything that was ever handed in. */
    public boolean names(String sha256) {
        return Stream.of(form, written())
                        .flatMap(each -> each.documents().stream())
                        .anyMatch(document -> document.sha256().equals(sha256))
                || life.receipts().anyMatch(receipt -> receipt.sha256().containsValue(sha256));
    }

    /**
     * What the files that it names are called by their student, by digest; of what was handed in before, the kind
     * alone.
     */
    public Map<String, String> fileNames() {
        Map<String, String> names = new HashMap<>();
        Stream.of(form, written())
                .flatMap(each -> each.documents().stream())
                .forEach(document -> names.putIfAbsent(document.sha256(), document.kind() + " - " + document.name()));
        life.receipts()
                .flatMap(receipt -> receipt.sha256().entrySet().stream())
                .filter(part -> part.getKey().startsWith(Form.DOCUMENT))
                .forEach(
                        part -> names.putIfAbsent(part.getValue(), part.getKey().substring(Form.DOCUMENT.length())));
        return names;
    }

    /** What the authority of the student's country nominates. Nothing happens to what was withdrawn in the meantime. */
    public Change<Application> nominate(Instant now) {
        if (!isNominable()) {
            return Change.silent(this);
        }
        Application nominated = in(life.judged(true, null, now), now);
        return Change.telling(nominated, new ApplicationEvent.Nominated(nominated.subject()));
    }

    /**
     * What that authority does not nominate stays submitted, and is not considered. Nothing happens to what was
     * withdrawn in the meantime.
     */
    public Change<Application> declineNomination(String reason, Instant now) {
        if (!isNominable()) {
            return Change.silent(this);
        }
        Application declined = in(life.judged(false, reason, now), now);
        return Change.telling(declined, new ApplicationEvent.NominationDeclined(declined.subject()));
    }

    /**
     * What that authority has listed neither here nor there when it sent its list is not considered, as if it were
     * declined without a reason.
     */
    public Change<Application> passOver(Instant now) {
        if (!isNominable()) {
            return Change.silent(this);
        }
        Application passed = in(life.judged(false, null, now), now);
        return Change.telling(passed, new ApplicationEvent.PassedOver(passed.subject()));
    }

    private boolean isNominable() {
        return NOMINABLE.contains(state()) && life.nominated() == null;
    }

    /** Whether nobody has nominated it, to a call that considers nobody else. */
    public boolean lacksNomination() {
        return call.intake() == IntakeMode.NOMINATED && !Boolean.TRUE.equals(life.nominated());
    }

    /** The first review of what was handed in is there: from then on it is under review. Later ones change nothing. */
    public Change<Application> reviewBegun(Instant now) {
        if (state() == RETURNED && !life.reviewed()) {
            return Change.silent(in(life.reviewedMeanwhile(), updatedAt));
        }
        if (!isReviewable() || state() == UNDER_REVIEW) {
            return Change.silent(this);
        }
        Application begun = in(life.in(UNDER_REVIEW, now, Role.REVIEWER, null), now);
        return Change.telling(begun, new ApplicationEvent.ReviewBegun(begun.subject()));
    }

    /**
     * Tells the student what was decided: a place is offered, held in reserve, or not given. Whoever has withdrawn in
     * the meantime is told nothing; whoever was asked for a correction in the same moment need not make it any more.
     *
     * @param placeName the place as people call it; null without an offer
     * @param answerBy until when an offer stands; null without one
     */
    public Change<Application> announce(Announcement decided, String placeName, Instant answerBy) {
        if (!isDecidable() && (state() != RETURNED || lacksNomination()) && !isBettered(decided)) {
            return Change.silent(this);
        }
        boolean offers = decided.outcome() == Outcome.SELECTED;
        Offer made = offers ? new Offer(decided.placeId(), placeName, answerBy, null, null) : null;
        Application told = in(life.announced(decided, made), decided.at());
        Change<Application> change = answered(Change.telling(
                told,
                new ApplicationEvent.DecisionPublished(
                        told.subject(), offers ? placeName : null, offers ? answerBy : null, decided.commitment(id))));
        return offers ? ending(change, answerBy, decided.at()) : change;
    }

    /** It may be answered until the very end of its last millisecond; who has less than two days is not reminded. */
    private static Change<Application> ending(Change<Application> made, Instant answerBy, Instant now) {
        Instant reminder = answerBy.minus(REMINDED_BEFORE);
        Change<Application> ending = made.due(OFFER_EXPIRY, answerBy.plusMillis(1));
        return reminder.isAfter(now) ? ending.due(OFFER_REMINDER, reminder) : ending.settled(OFFER_REMINDER);
    }

    /** Reminds of the offer, once. Nobody is reminded who has answered, nor too early or too late. */
    Change<Application> remindOfOffer(Instant now) {
        return state() == OFFERED && reminder(now).isEmpty() && !now.isAfter(offer().answerBy())
                ? Change.telling(
                                this,
                                new ApplicationEvent.OfferEndsSoon(subject(), offer().placeName(), offer().answerBy()))
                        .settled(OFFER_REMINDER)
                : Change.silent(this).settled(OFFER_REMINDER);
    }

    /** Is to be reminded of an offer that an earlier release made, where there is time for it. */
    Change<Application> remindOfEarlierOffer(Instant now) {
        return reminder(now)
                .map(at -> Change.silent(this).due(OFFER_REMINDER, at))
                .orElseGet(() -> Change.silent(this));
    }

    /** When the student is to be reminded of an offer that is open; empty where that is not to come. */
    Optional<Instant> reminder(Instant now) {
        return Optional.ofNullable(offer())
                .filter(_ -> state() == OFFERED)
                .map(open -> open.answerBy().minus(REMINDED_BEFORE))
                .filter(now::isBefore);
    }

    /** Whether a place is offered that the student has ranked before the one that is offered now and not answered. */
    private boolean isBettered(Announcement decided) {
        return state() == OFFERED && decided.outcome() == Outcome.SELECTED && prefers(decided.placeId());
    }

    /** Whether the student would rather have a place than the one that is offered now. */
    public boolean prefers(String placeId) {
        int rank = form.choices().indexOf(placeId);
        return rank >= 0 && rank < form.choices().indexOf(offer().placeId());
    }

    /** Whether its student may hold a place by it: one that is offered or accepted, or taken up. */
    public boolean isHeld() {
        return HELD.contains(state());
    }

    /** Whether its student has said that already, and nothing else since. */
    public boolean isAnswered(OfferAnswer answer) {
        return offer() != null && offer().answer() == answer && state() != WITHDRAWN && state() != DRAFT;
    }

    /**
     * The student's answer to the offer.
     *
     * @param givenUp places of other calls that are given up for this one
     * @param zone of the call, in which the student is told when it was too late
     * @throws Refused offer-expired, or state-conflict when there is no open offer
     */
    public Change<Application> answerOffer(OfferAnswer answer, List<Elsewhere> givenUp, ZoneId zone, Instant now) {
        refuseUnless(state() == OFFERED || state() == EXPIRED);
        if (state() == EXPIRED || now.isAfter(offer().answerBy())) {
            throw new Refused(
                    ApplicationProblem.OFFER_EXPIRED, offer().answerBy().atZone(zone));
        }
        Application changed = in(life.answered(answer, givenUp, now), now);
        return Change.telling(changed, new ApplicationEvent.OfferAnswered(changed.subject(), answer))
                .settled(OFFER_EXPIRY)
                .settled(OFFER_REMINDER);
    }

    /**
     * Its student has accepted another place instead: an offer is declined, and a place that was accepted is given up.
     * Nothing happens to what is not held any more.
     */
    public Change<Application> giveUp(Elsewhere kept, Instant now) {
        if (!isHeld()) {
            return Change.silent(this);
        }
        Application without = in(life.answered(OfferAnswer.DECLINED, List.of(kept), now), now);
        ApplicationEvent told = state() == OFFERED
                ? new ApplicationEvent.OfferAnswered(without.subject(), OfferAnswer.DECLINED)
                : new ApplicationEvent.PlaceGivenUp(without.subject(), offer().placeName());
        return Change.telling(without, told).settled(OFFER_EXPIRY).settled(OFFER_REMINDER);
    }

    /** The offer was not answered in time. Nothing happens when it was, or when its time is not over. */
    Change<Application> expire(Instant now) {
        if (state() != OFFERED || !now.isAfter(offer().answerBy())) {
            return Change.silent(this);
        }
        Application expired = in(life.in(EXPIRED, now, null, null), now);
        return Change.telling(
                        expired,
                        new ApplicationEvent.OfferExpired(expired.subject(), offer().placeName(), offer().answerBy()))
                .settled(OFFER_EXPIRY)
                .settled(OFFER_REMINDER);
    }

    /**
     * The accepted place is taken up.
     *
     * @throws Refused state-conflict unless it is accepted
     */
    public Change<Application> award(Instant now) {
        refuseUnless(isAwardable());
        Application awarded = in(life.in(AWARDED, now, Role.COORDINATOR, null), now);
        return Change.telling(awarded, new ApplicationEvent.Awarded(awarded.subject()))
                .then(CERTIFYING, now);
    }

    /**
     * What its place was given for is done to its end.
     *
     * @param endedOn the day on which it ended
     * @throws Refused state-conflict unless it is awarded; field-errors for a day that has not come anywhere
     */
    public Change<Application> complete(LocalDate endedOn, Instant now) {
        refuseUnless(isCompletable());
        if (endedOn.isAfter(now.atZone(EARLIEST_ZONE).toLocalDate())) {
            throw Refused.because(List.of(FieldError.of("/endedOn", "completion.ended-on")));
        }
        Application completed = in(life.completed(endedOn, now), now);
        return Change.telling(completed, new ApplicationEvent.Completed(completed.subject(), endedOn))
                .then(CERTIFYING, now);
    }

    /** Whether its place may be said to be taken up. Of somebody who was erased nobody can say so any more. */
    public boolean isAwardable() {
        return state() == ACCEPTED && !isWithoutPerson();
    }

    /** Whether it may be said to be done to its end, likewise. */
    public boolean isCompletable() {
        return state() == AWARDED && !isWithoutPerson();
    }

    /** Whether it may be reviewed; a matter of what the student knows, so that nobody can tell more from it. */
    public boolean isReviewable() {
        return REVIEWABLE.contains(state()) && !lacksNomination();
    }

    /** Whether it may be given back for correction, nominated or not. */
    public boolean isReturnable() {
        return REVIEWABLE.contains(state());
    }

    /** Whether it may be decided on: until the student is told, and somebody on the reserve list again. */
    public boolean isDecidable() {
        return DECIDABLE.contains(state()) && !lacksNomination();
    }

    /**
     * Refuses what is for nominated applications only, or no longer possible in this state.
     *
     * @throws Refused not-nominated, state-conflict
     */
    public void refuseUnlessConsidered(boolean allowed) {
        if (NOMINABLE.contains(state()) && lacksNomination()) {
            throw new Refused(ApplicationProblem.NOT_NOMINATED);
        }
        refuseUnless(allowed);
    }

    boolean isWithdrawable() {
        return WITHDRAWABLE.contains(state());
    }

    boolean isRestartable() {
        return state() == WITHDRAWN;
    }

    @Override
    public List<String> hosts() {
        return form.hosts();
    }

    /** Whether it was handed in and not taken up again as a draft: what others may see. */
    @Override
    public boolean isHandedIn() {
        return life.receipt() != null;
    }

    /**
     * Refuses what is no longer possible in this state.
     *
     * @throws Refused state-conflict
     */
    public void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new Refused(ApplicationProblem.STATE_CONFLICT, state().toString());
        }
    }

    ApplicationEvent.Subject subject() {
        return new ApplicationEvent.Subject(
                id,
                call.id(),
                call.programmeId(),
                student.id(),
                state(),
                call.title(),
                student.country(),
                life.reached(),
                life.since(),
                offer() == null ? null : offer().placeId(),
                form.homeHostId());
    }

    /** Id of the receipt of what is handed in; null while nothing is. */
    public String receiptId() {
        return isHandedIn() ? life.receipt().id() : null;
    }

    /** The instant of submission that counts for what stands; null while nothing is handed in. */
    public Instant submittedAt() {
        return isHandedIn() ? life.receipt().countsAt() : null;
    }

    /** Where it stands. */
    @Override
    public ApplicationState state() {
        return life.state();
    }

    /** The offer; null without one. */
    public Offer offer() {
        return life.offer();
    }

    private Application in(Life next, Instant now) {
        return new Application(id, version, call, student, form, next, createdAt, now, correction);
    }
}
