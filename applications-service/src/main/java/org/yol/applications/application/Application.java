package org.yol.applications.application;

import static org.yol.contracts.ApplicationState.DRAFT;
import static org.yol.contracts.ApplicationState.EXPIRED;
import static org.yol.contracts.ApplicationState.OFFERED;
import static org.yol.contracts.ApplicationState.RESERVE;
import static org.yol.contracts.ApplicationState.SUBMITTED;
import static org.yol.contracts.ApplicationState.UNDER_REVIEW;
import static org.yol.contracts.ApplicationState.WITHDRAWN;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.KnownApplicant;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.person.Residence;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.Submission;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
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
 * @param form as it is filled in now
 * @param searchWords words of what it is found by, and ends of some: the student's name, and those in the passport and
 *     the receipt's number once it is handed in
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
        List<String> searchWords)
        implements Aggregate, Visible {

    /** The due work of an offer that nobody answers. */
    static final String OFFER_EXPIRY = "offer-expiry";

    /** The due work of a draft that was withdrawn: its files are not kept for long. */
    static final String DISCARDING = "discarding";

    private static final Set<ApplicationState> REVIEWABLE = EnumSet.of(SUBMITTED, UNDER_REVIEW);
    private static final Set<ApplicationState> DECIDABLE = EnumSet.of(SUBMITTED, UNDER_REVIEW, RESERVE);
    private static final Set<ApplicationState> WITHDRAWABLE =
            EnumSet.of(DRAFT, SUBMITTED, UNDER_REVIEW, RESERVE, OFFERED);

    private Application(
            String id,
            long version,
            CallReference call,
            Student student,
            Form form,
            Life life,
            Instant createdAt,
            Instant updatedAt) {
        this(id, version, call, student, form, life, createdAt, updatedAt, SearchWords.of(student, form, life));
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
        CallReference reference = new CallReference(call.id(), call.programmeId(), call.providerId(), call.title());
        Application draft = new Application(id, 0, reference, student, Form.EMPTY, Life.started(now), now, now);
        return Change.telling(draft, new ApplicationEvent.Started(draft.subject()));
    }

    /**
     * A draft again, with the old answers, after it was withdrawn.
     *
     * @throws Refused state-conflict unless it is withdrawn; not-open-yet, deadline-passed, not-eligible
     */
    Change<Application> startAgain(Call open, List<String> citizenships, Instant now) {
        refuseUnless(isRestartable());
        SubmissionRules.refuseOutsideOf(open, student, now);
        EligibilityCheck.refuse(open, EligibilityCheck.known(student, citizenships));
        Application draft = in(life.startedAgain(now), now);
        return Change.telling(draft, new ApplicationEvent.Started(draft.subject()))
                .settled(DISCARDING);
    }

    /**
     * The form, filled in further.
     *
     * @throws Refused state-conflict once it is submitted, or what the form refuses
     */
    public Change<Application> edit(UnaryOperator<Form> edited, Instant now) {
        refuseUnless(state() == DRAFT);
        return Change.silent(new Application(id, version, call, student, edited.apply(form), life, createdAt, now));
    }

    /** The same with what its student says of themselves, as it is handed in. */
    Application stating(Particulars dossier, Call asked) {
        return new Application(
                id, version, call, student, form.with(dossier, asked), life, createdAt, updatedAt, searchWords);
    }

    /** What keeps it from being handed in, {@link #stating} a dossier; empty when nothing does. */
    List<FieldError> faults(Call asked, Instant now) {
        return SubmissionRules.submissionErrors(form, asked, now);
    }

    /** What the rules of a call say of its student, {@link #stating} a dossier. */
    Evaluation evaluation(Call asked, Instant now) {
        return EligibilityCheck.evaluation(asked, applicant(now));
    }

    private org.yol.eligibility.Applicant applicant(Instant now) {
        return KnownApplicant.of(form.dossier(), form.choices().size(), SubmissionRules.today(now));
    }

    /** What would be handed in now. */
    Submission submission() {
        return Submission.of(Residence.of(student.country()), id, form.parts());
    }

    /**
     * Hands it in, {@link #stating} a dossier. From here on nothing in it changes any more.
     *
     * @param submitted what {@link #submission} made
     * @throws Refused deadline-passed by the server's clock, state-conflict, field-errors with all that is missing, or
     *     not-eligible with all rules that are not met
     */
    Change<Application> submit(Submission submitted, Call asked, Instant now) {
        refuseUnless(state() == DRAFT);
        SubmissionRules.refuseOutsideOf(asked, student, now);
        SubmissionRules.refuseIncomplete(form, asked, now);
        EligibilityCheck.refuse(asked, applicant(now));
        Receipt given = Receipt.of(submitted, now, form.digests());
        Application handedIn = in(life.submitted(given), now);
        return Change.telling(handedIn, new ApplicationEvent.Submitted(handedIn.subject(), given.id(), now));
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
                .settled(OFFER_EXPIRY);
        return isHandedIn() ? change : change.due(DISCARDING, now);
    }

    /** Whether it is a draft that was withdrawn, so that nobody will miss its files. */
    public boolean isDiscarded() {
        return state() == WITHDRAWN && !isHandedIn();
    }

    /** A withdrawn draft without its files and without the people named in it; anything else as it is. */
    public Change<Application> withoutFiles() {
        return Change.silent(
                isDiscarded()
                        ? new Application(id, version, call, student, form.discarded(), life, createdAt, updatedAt)
                        : this);
    }

    /** Whether it names a file: in the form as it is filled in now, or in anything that was ever handed in. */
    public boolean names(String sha256) {
        return form.documents().stream().anyMatch(document -> document.sha256().equals(sha256))
                || life.receipts().anyMatch(receipt -> receipt.sha256().containsValue(sha256));
    }

    /** The first review of what was handed in is there: from then on it is under review. Later ones change nothing. */
    public Change<Application> reviewBegun(Instant now) {
        if (state() != SUBMITTED) {
            return Change.silent(this);
        }
        Application begun = in(life.in(UNDER_REVIEW, now, Role.REVIEWER, null), now);
        return Change.telling(begun, new ApplicationEvent.ReviewBegun(begun.subject()));
    }

    /**
     * Tells the student what was decided: a place is offered, held in reserve, or not given. Whoever has withdrawn in
     * the meantime is told nothing.
     *
     * @param placeName the place as people call it; null without an offer
     * @param answerBy until when an offer stands; null without one
     */
    public Change<Application> announce(Announcement decided, String placeName, Instant answerBy) {
        if (!isDecidable()) {
            return Change.silent(this);
        }
        boolean offers = decided.outcome() == Outcome.SELECTED;
        Offer made = offers ? new Offer(decided.placeId(), placeName, answerBy, null, null) : null;
        Application told = in(life.announced(decided, made), decided.at());
        Change<Application> change = Change.telling(
                told,
                new ApplicationEvent.DecisionPublished(
                        told.subject(), offers ? placeName : null, offers ? answerBy : null));
        // The offer may be answered until the very end of its last millisecond.
        return offers ? change.due(OFFER_EXPIRY, answerBy.plusMillis(1)) : change;
    }

    /**
     * The student's answer to the offer.
     *
     * @param zone of the call, in which the student is told when it was too late
     * @throws Refused offer-expired, or state-conflict when there is no open offer
     */
    Change<Application> answerOffer(OfferAnswer answer, ZoneId zone, Instant now) {
        refuseUnless(state() == OFFERED || state() == EXPIRED);
        if (state() == EXPIRED || now.isAfter(offer().answerBy())) {
            throw new Refused(
                    ApplicationProblem.OFFER_EXPIRED, offer().answerBy().atZone(zone));
        }
        Application changed = in(life.answered(answer, now), now);
        return Change.telling(changed, new ApplicationEvent.OfferAnswered(changed.subject(), answer))
                .settled(OFFER_EXPIRY);
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
                .settled(OFFER_EXPIRY);
    }

    /** Whether it may be reviewed; a matter of what the student knows, so that nobody can tell more from it. */
    public boolean isReviewable() {
        return REVIEWABLE.contains(state());
    }

    /** Whether it may be decided on: until the student is told, and somebody on the reserve list again. */
    public boolean isDecidable() {
        return DECIDABLE.contains(state());
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

    /** When what stands was handed in; null while nothing is. */
    public Instant submittedAt() {
        return isHandedIn() ? life.receipt().at() : null;
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
        return new Application(id, version, call, student, form, next, createdAt, now);
    }
}
