package org.yol.applications.application;

import static org.yol.contracts.ApplicationState.DRAFT;
import static org.yol.contracts.ApplicationState.NOT_SELECTED;
import static org.yol.contracts.ApplicationState.OFFERED;
import static org.yol.contracts.ApplicationState.RESERVE;
import static org.yol.contracts.ApplicationState.SELECTED;
import static org.yol.contracts.ApplicationState.SUBMITTED;
import static org.yol.contracts.ApplicationState.UNDER_REVIEW;
import static org.yol.contracts.ApplicationState.WITHDRAWN;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * One student's application to one call: the state machine of domain.md. Every method that changes it answers the new
 * state and its events, or refuses with a reason. It is the whole truth of what happened, and so longer than other
 * classes.
 *
 * @param id derived from call and student, so that there is never a second
 * @param provider the organization whose coordinators decide
 * @param publicState the state as the student may know it
 * @param choices ids of the ranked places, the most wanted first
 * @param hosts ids of the universities of the choices, whose reviewers may read it once it is submitted
 * @param reviews at most one a reviewer and place
 * @param score the highest score at any of its places, 0 without a review: for sorting
 * @param decision the last one, public or not
 * @param announced the last one the student was told
 */
public record Application(
        @BsonId String id,
        long version,
        String callId,
        String programmeId,
        String provider,
        Map<String, String> programmeTitle,
        Student student,
        ApplicationState state,
        ApplicationState publicState,
        Answers answers,
        List<String> choices,
        List<String> hosts,
        List<AttachedDocument> documents,
        Receipt receipt,
        List<TimelineEntry> timeline,
        List<Review> reviews,
        BigDecimal score,
        Decision decision,
        Decision announced,
        Offer offer,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate {

    private static final Duration LONGEST_OFFER = Duration.ofDays(365);
    private static final Set<ApplicationState> DECIDABLE =
            EnumSet.of(SUBMITTED, UNDER_REVIEW, SELECTED, RESERVE, NOT_SELECTED);
    private static final Set<ApplicationState> WITHDRAWABLE =
            EnumSet.of(DRAFT, SUBMITTED, UNDER_REVIEW, SELECTED, RESERVE, OFFERED);

    /**
     * A draft, while the call is open.
     *
     * @throws Refused not-open-yet, deadline-passed, or not-eligible for a citizen of another country
     */
    static Change<Application> start(String id, Call call, Student student, Instant now) {
        refuseOutsideOf(call, now);
        if (student.country() != null && !call.origins().contains(student.country())) {
            throw new Refused(ApplicationProblem.NOT_ELIGIBLE, String.join(", ", call.origins()));
        }
        TimelineEntry started = new TimelineEntry(DRAFT, now, "student", student.id(), null, false);
        Application draft = new Application(
                id,
                0,
                call.id(),
                call.programmeId(),
                call.providerId(),
                call.title(),
                student,
                DRAFT,
                DRAFT,
                Answers.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(started),
                List.of(),
                BigDecimal.ZERO,
                null,
                null,
                null,
                now,
                now);
        return Change.telling(draft, new ApplicationEvent.Started(draft.subject()));
    }

    /**
     * The form as far as it is filled in.
     *
     * @throws Refused state-conflict once it is submitted; field-errors for choices the call does not have
     */
    Change<Application> save(Answers written, List<String> ranked, Call call, Instant now) {
        refuseUnless(state == DRAFT);
        refuse(SubmissionRules.choiceErrors(ranked, call));
        List<String> rankedHosts = ranked.stream()
                .flatMap(placeId -> call.place(placeId).stream())
                .map(Place::hostId)
                .distinct()
                .toList();
        return Change.silent(new Edit(this).with(written, ranked, rankedHosts).at(now));
    }

    /**
     * A file for a kind of document; takes the place of an earlier one of that kind.
     *
     * @throws Refused state-conflict once it is submitted; field-errors for a kind the call does not ask for
     */
    public Change<Application> attach(AttachedDocument document, Call call) {
        refuseUnless(state == DRAFT);
        if (!call.documents().contains(document.kind())) {
            throw Refused.because(
                    List.of(FieldError.of("/kind", "document.not-asked", String.join(", ", call.documents()))));
        }
        Stream<AttachedDocument> others =
                documents.stream().filter(other -> !other.kind().equals(document.kind()));
        return Change.silent(new Edit(this)
                .with(Stream.concat(others, Stream.of(document)).toList())
                .at(document.at()));
    }

    /** Takes a file out of a draft. */
    public Change<Application> detach(String kind, Instant now) {
        refuseUnless(state == DRAFT);
        return Change.silent(new Edit(this)
                .with(documents.stream()
                        .filter(document -> !document.kind().equals(kind))
                        .toList())
                .at(now));
    }

    /**
     * Hands it in. From here on nothing in it changes any more.
     *
     * @throws Refused deadline-passed by the server's clock, state-conflict, or field-errors with all that is missing
     */
    Change<Application> submit(Call call, Instant now) {
        refuseUnless(state == DRAFT);
        refuseOutsideOf(call, now);
        refuse(SubmissionRules.submissionErrors(this, call));
        Receipt given = Receipt.of(id, now, answers, choices, documents);
        Application submitted =
                new Edit(this).with(given).in(SUBMITTED, now, new Actor(student.id(), "student"), null, false);
        return Change.telling(submitted, new ApplicationEvent.Submitted(submitted.subject(), given.id(), now));
    }

    /**
     * Takes it back.
     *
     * @param reason may be null
     * @throws Refused state-conflict after an answer to an offer or a refusal
     */
    Change<Application> withdraw(String reason, Instant now) {
        refuseUnless(isWithdrawable());
        Application withdrawn = new Edit(this).in(WITHDRAWN, now, new Actor(student.id(), "student"), reason, false);
        return Change.telling(withdrawn, new ApplicationEvent.Withdrawn(withdrawn.subject()));
    }

    /**
     * Records a reviewer's scores at a place of their university, or changes those they gave before.
     *
     * @param scores 0 to 10 for every criterion of the call's rubric
     * @throws Refused field-errors, state-conflict before submission or after the decision
     */
    public Change<Application> review(
            String placeId, Actor reviewer, Map<String, Integer> scores, String comment, Call call, Instant now) {
        refuseUnless(isReviewable());
        refuse(scoreErrors(scores, call.rubric()));
        Review review =
                new Review(placeId, reviewer.id(), scores, comment, now, Review.weighted(scores, call.rubric()));
        List<Review> all = new ArrayList<>(reviews);
        all.removeIf(
                other -> other.placeId().equals(placeId) && other.reviewer().equals(reviewer.id()));
        all.add(review);
        Edit edit = new Edit(this).withReviews(all);
        if (state != SUBMITTED) {
            return Change.silent(edit.at(now));
        }
        Application reviewed = edit.in(UNDER_REVIEW, now, reviewer, null, false);
        return Change.telling(reviewed, new ApplicationEvent.ReviewBegun(reviewed.subject()));
    }

    private static List<FieldError> scoreErrors(Map<String, Integer> scores, List<Criterion> rubric) {
        Set<String> criteria = rubric.stream().map(Criterion::criterion).collect(Collectors.toSet());
        Stream<FieldError> unknown = scores.keySet().stream()
                .filter(criterion -> !criteria.contains(criterion))
                .map(criterion -> FieldError.of("/scores", "score.unknown-criterion", String.join(", ", criteria)));
        Stream<FieldError> wrong = rubric.stream()
                .map(Criterion::criterion)
                .filter(criterion -> {
                    Integer score = scores.get(criterion);
                    return score == null || score < 0 || score > Review.HIGHEST;
                })
                .map(criterion -> FieldError.of("/scores/" + criterion, "score.out-of-range", Review.HIGHEST));
        return Stream.concat(unknown, wrong).toList();
    }

    /**
     * A coordinator's decision, which the student does not see before it is published. May be changed until then;
     * somebody on the reserve list may be decided on again.
     *
     * @param outcome selected, reserve or not-selected
     * @param placeId one of the choices when selected, else null
     * @throws Refused state-conflict, or field-errors
     */
    public Change<Application> decide(
            ApplicationState outcome, String placeId, String reason, Actor coordinator, Instant now) {
        refuseUnless(isDecidable());
        if (!EnumSet.of(SELECTED, RESERVE, NOT_SELECTED).contains(outcome)) {
            throw Refused.because(List.of(FieldError.of("/outcome", "decision.outcome")));
        }
        if (outcome == SELECTED && !choices.contains(placeId)) {
            throw Refused.because(List.of(FieldError.of("/placeId", "decision.place-not-chosen")));
        }
        Decision decided =
                new Decision(outcome, outcome == SELECTED ? placeId : null, reason, coordinator.id(), now, false);
        return Change.silent(new Edit(this).with(decided).in(outcome, now, coordinator, reason, true));
    }

    /**
     * Tells the student: a place is offered, held in reserve, or not given.
     *
     * @param answerBy until when an offer stands
     * @throws Refused decision-missing, or field-errors when {@code answerBy} is past or more than a year ahead
     */
    public Change<Application> publishDecision(Instant answerBy, Actor coordinator, Call call, Instant now) {
        if (decision == null || decision.published()) {
            throw new Refused(ApplicationProblem.DECISION_MISSING);
        }
        refuseUnless(state == decision.outcome());
        boolean offers = state == SELECTED;
        if (offers && (!answerBy.isAfter(now) || answerBy.isAfter(now.plus(LONGEST_OFFER)))) {
            throw Refused.because(List.of(FieldError.of("/answerBy", "offer.answer-by", LONGEST_OFFER.toDays())));
        }
        Edit edit = new Edit(this).announcing(decision.publish());
        if (offers) {
            edit.with(new Offer(decision.placeId(), answerBy, null, null));
        }
        Application published = edit.in(offers ? OFFERED : state, now, coordinator, decision.reason(), false);
        String placeName =
                offers ? call.place(decision.placeId()).map(Place::hostName).orElseThrow() : null;
        return Change.telling(
                published,
                new ApplicationEvent.DecisionPublished(published.subject(), placeName, offers ? answerBy : null));
    }

    /**
     * The student's answer to the offer.
     *
     * @throws Refused offer-expired, or state-conflict when there is no open offer
     */
    public Change<Application> answerOffer(OfferAnswer answer, Instant now) {
        refuseUnless(state == OFFERED);
        if (now.isAfter(offer.answerBy())) {
            throw new Refused(ApplicationProblem.OFFER_EXPIRED, offer.answerBy());
        }
        ApplicationState answered =
                answer == OfferAnswer.ACCEPTED ? ApplicationState.ACCEPTED : ApplicationState.DECLINED;
        Application changed = new Edit(this)
                .with(offer.answered(answer, now))
                .in(answered, now, new Actor(student.id(), "student"), null, false);
        return Change.telling(changed, new ApplicationEvent.OfferAnswered(changed.subject(), answer));
    }

    /** The state as the student knows it: that of the last step they may see. */
    static ApplicationState publicState(List<TimelineEntry> timeline) {
        return lastPublic(timeline).state();
    }

    private static TimelineEntry lastPublic(List<TimelineEntry> timeline) {
        return timeline.reversed().stream()
                .filter(entry -> !entry.internal())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every application begins with a public step"));
    }

    /** When something last happened that the student may know of. */
    Instant publiclyUpdatedAt() {
        return state == DRAFT ? updatedAt : lastPublic(timeline).at();
    }

    /** Whether a decision stands that the student does not know yet. */
    boolean isDecisionOpen() {
        return decision != null && !decision.published() && state == decision.outcome();
    }

    /** Whether {@link #decide} would be allowed. */
    boolean isDecidable() {
        boolean published = decision != null && decision.published();
        return DECIDABLE.contains(state) && (!published || state == RESERVE);
    }

    /**
     * Whether {@link #review} would be allowed: until the decision is public, so that nobody can tell that there is
     * one.
     */
    boolean isReviewable() {
        return publicState == SUBMITTED || publicState == UNDER_REVIEW;
    }

    /** Whether {@link #withdraw} would be allowed; for the same reason a matter of what the student knows. */
    boolean isWithdrawable() {
        return WITHDRAWABLE.contains(publicState);
    }

    /** The score at each place that has been reviewed, 0.00 to 100.00. */
    Map<String, BigDecimal> scores() {
        return scores(reviews);
    }

    static Map<String, BigDecimal> scores(Collection<Review> reviews) {
        return reviews.stream()
                .collect(Collectors.groupingBy(
                        Review::placeId,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Review::mean)));
    }

    ApplicationEvent.Subject subject() {
        return new ApplicationEvent.Subject(id, callId, programmeId, student.id(), publicState, programmeTitle);
    }

    private void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new Refused(ApplicationProblem.STATE_CONFLICT, publicState.toString());
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    private static void refuseOutsideOf(Call call, Instant now) {
        if (now.isBefore(call.opens())) {
            throw new Refused(ApplicationProblem.NOT_OPEN_YET, call.opens());
        }
        if (now.isAfter(call.closes())) {
            throw new Refused(ApplicationProblem.DEADLINE_PASSED, call.closes());
        }
    }
}
