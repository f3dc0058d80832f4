package org.yol.programs.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Amendment.Effect;
import org.yol.programs.programme.OfferRules;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.PublicationStatus;

/**
 * One intake of a programme: written freely while a draft; once published it changes by amendments and extensions only,
 * each with a reason that everybody reads.
 *
 * @param providerId of its programme, which never changes: says who writes the call
 * @param amendments of what was published, extensions among them, the first one first
 * @param programmeVersion the version of the programme that other services were told of; null for a draft
 * @param archived when it was put away; null when it was not
 */
public record Call(
        @BsonId String id,
        long version,
        String programmeId,
        String providerId,
        PublicationStatus status,
        Terms terms,
        List<Amendment> amendments,
        Long programmeVersion,
        Instant archived)
        implements Aggregate {

    static final Problem NOT_PUBLISHED = new Problem("not-published", 409);

    /** Its detail says until when applications are taken. */
    static final Problem NOT_OVER = new Problem("not-over", 409);

    /** Its detail says how many applications wait. */
    static final Problem UNDECIDED = new Problem("undecided", 409);

    /** It was put away with all of its programme. */
    static final Problem PROGRAMME_ARCHIVED = new Problem("programme-archived", 409);

    /** Work that follows the publication: its programme is published. */
    static final String PROGRAMME_PUBLICATION = "programme-publication";

    public Call {
        amendments = amendments == null ? List.of() : List.copyOf(amendments);
    }

    static Call draft(String id, Programme programme, Terms terms) {
        return new Call(
                id,
                0,
                programme.id(),
                programme.provider().id(),
                PublicationStatus.DRAFT,
                terms,
                List.of(),
                null,
                null);
    }

    /** Stores a new one. */
    Change<Call> add(Instant now) {
        return Change.silent(this).due(Programme.LISTING, now);
    }

    /** Whether everybody sees it. */
    public boolean isPublished() {
        return status == PublicationStatus.PUBLISHED;
    }

    /** Whether it was put away. One that takes applications after that is not any more. */
    public boolean isArchived() {
        return archived != null && (!isPublished() || isOverBy(archived));
    }

    /** Whether a published call takes applications from nobody any more at that instant. */
    public boolean isOverBy(Instant instant) {
        return !instant.isBefore(deadlines().last().end());
    }

    /** Until when it takes applications, and whose; only of a call whose times are stated. */
    public Deadlines deadlines() {
        return terms.deadlines();
    }

    /**
     * Replaces what a draft says.
     *
     * @throws Refused state-conflict once published
     */
    Change<Call> edit(Terms newTerms, Instant now) {
        refuseUnlessDraft();
        Call edited = with(status, newTerms, amendments, programmeVersion);
        return equals(edited) ? Change.silent(this) : Change.silent(edited).due(Programme.LISTING, now);
    }

    /** What stands in the way of its publication, in it and in its programme; empty when nothing does. */
    List<FieldError> faults(Programme programme, Instant now) {
        return Stream.concat(
                        OfferRules.errors(programme.offer()).stream(),
                        CallRules.errors(terms, programme.offer().kind(), now).stream())
                .toList();
    }

    /**
     * Shows the call to the public and tells the other services the whole of it.
     *
     * @param programme of this call; it has to be complete too
     * @throws Refused field-errors with all that is missing in both, or state-conflict when it is published already
     */
    Change<Call> publish(Programme programme, Instant now) {
        refuseUnlessDraft();
        refuse(faults(programme, now));
        Call granted = with(status, terms.with(granted(now)), amendments, programmeVersion);
        return granted.telling(programme, now).then(PROGRAMME_PUBLICATION, now);
    }

    /**
     * Grants a later deadline.
     *
     * @param programme of this call, whose citizens of origin it may be granted to
     * @param by account of the coordinator
     * @throws Refused field-errors unless it is later than what its citizens have, and lies ahead; not-published
     */
    Change<Call> extend(Extension granted, Programme programme, String by) {
        refuseUnlessPublished();
        Instant now = granted.grantedAt();
        refuse(ExtensionRules.errors(granted, deadlines(), programme.offer().origins(), now));
        Call extended = with(
                status,
                terms.with(joined(terms.extensions(), granted)),
                joined(
                        amendments,
                        new Amendment(
                                now,
                                by,
                                granted.reason(),
                                new Effect(ChangeKind.EXTENSION, granted.closes(), granted.countries()))),
                programmeVersion);
        return extended.telling(programme, now);
    }

    /**
     * Changes what is public.
     *
     * @param begun whether anybody has begun to apply: then nothing may be taken away from them
     * @throws Refused field-errors with all that is missing or would harm somebody; not-published
     */
    Change<Call> amend(Terms newTerms, Amendment amendment, boolean begun, Programme programme) {
        refuseUnlessPublished();
        // What was granted stays granted, whatever the amendment says of it.
        Terms amended = newTerms.with(terms.extensions());
        if (amended.equals(terms)) {
            return Change.silent(this);
        }
        Instant now = amendment.at();
        List<FieldError> errors = new ArrayList<>(amendment.errors());
        // What is over may have been over before.
        errors.addAll(
                CallRules.errors(amended, programme.offer().kind(), amended.hasTimesOf(terms) ? Instant.MIN : now));
        if (errors.isEmpty() && begun) {
            errors.addAll(AmendmentRules.errors(terms, amended, now));
        }
        refuse(errors);
        Effect effect = Effect.amended(amended.closes().equals(terms.closes()) ? null : amended.closes());
        return with(status, amended, joined(amendments, amendment.with(effect)), programmeVersion)
                .telling(programme, now);
    }

    /**
     * Closes it for everybody before the time that was said, for those too to whom a later one was granted.
     *
     * @param begun whether anybody has begun to apply: then they are told long enough before
     * @throws Refused field-errors unless it is earlier than what anybody has, and far enough ahead; not-published
     */
    Change<Call> closeEarly(Instant closes, Amendment amendment, boolean begun, Programme programme) {
        refuseUnlessPublished();
        Instant now = amendment.at();
        List<FieldError> errors = new ArrayList<>(amendment.errors());
        errors.addAll(ClosingRules.errors(closes, deadlines(), begun, now));
        Terms closing = terms.closingAt(closes);
        if (errors.isEmpty()) {
            errors.addAll(CallRules.errors(closing, programme.offer().kind(), now));
        }
        refuse(errors);
        Effect effect = new Effect(ChangeKind.CLOSING, closes, List.of());
        return with(status, closing, joined(amendments, amendment.with(effect)), programmeVersion)
                .telling(programme, now);
    }

    /**
     * Puts it away, so that lists do not show it any more. Of a published one everybody reads why.
     *
     * @param waiting how many applications wait for a decision, or for an answer to an offer
     * @throws Refused field-errors, not-over, undecided
     */
    Change<Call> archive(Amendment amendment, int waiting) {
        Instant now = amendment.at();
        if (isPublished()) {
            refuse(amendment.errors());
            refuseUnlessDone(now, waiting);
        }
        List<Amendment> reasons = isPublished() ? joined(amendments, amendment) : amendments;
        return Change.silent(
                        new Call(id, version, programmeId, providerId, status, terms, reasons, programmeVersion, now))
                .due(Programme.LISTING, now);
    }

    /**
     * Takes it back from the archive, as it was. Of a published one everybody reads why.
     *
     * @param programme of this call
     * @throws Refused field-errors, not-archived, or programme-archived when it would stay away with that
     */
    Change<Call> takeBack(Amendment amendment, Programme programme) {
        if (isPublished() && isPutAwayBy(programme.archived())) {
            throw new Refused(PROGRAMME_ARCHIVED);
        }
        if (!isArchived()) {
            throw new Refused(Programme.NOT_ARCHIVED);
        }
        if (isPublished()) {
            refuse(amendment.errors());
        }
        List<Amendment> reasons = isPublished() ? joined(amendments, amendment) : amendments;
        return Change.silent(
                        new Call(id, version, programmeId, providerId, status, terms, reasons, programmeVersion, null))
                .due(Programme.LISTING, amendment.at());
    }

    private boolean isPutAwayBy(Instant programmeArchived) {
        return programmeArchived != null && isOverBy(programmeArchived);
    }

    private void refuseUnlessDone(Instant now, int waiting) {
        refuseUnlessOver(now);
        refuseWhile(waiting);
    }

    /** @throws Refused not-over */
    void refuseUnlessOver(Instant now) {
        if (!isOverBy(now)) {
            throw new Refused(NOT_OVER, deadlines().last().shown());
        }
    }

    /**
     * Nobody is forgotten.
     *
     * @param waiting how many applications wait for a decision, or for an answer to an offer
     * @throws Refused undecided
     */
    static void refuseWhile(int waiting) {
        if (waiting > 0) {
            throw new Refused(UNDECIDED, waiting);
        }
    }

    /**
     * Tells the call once more if its programme was written since it was told last.
     *
     * @param published of this call
     */
    Change<Call> confirm(Programme published, Instant now) {
        return programmeVersion >= published.version() ? Change.silent(this) : telling(published, now);
    }

    private Change<Call> telling(Programme programme, Instant now) {
        long fixed = programme.status() == PublicationStatus.DRAFT ? programme.version() + 1 : programme.version();
        Call published = with(PublicationStatus.PUBLISHED, terms, amendments, fixed);
        return Change.telling(published, PublicationEvent.of(programme, published))
                .due(Programme.LISTING, now);
    }

    /** What a draft says of extensions holds from its publication on. */
    private List<Extension> granted(Instant now) {
        return terms.extensions().stream()
                .map(stated -> new Extension(stated.countries(), stated.closes(), stated.reason(), now))
                .toList();
    }

    private Call with(PublicationStatus newStatus, Terms newTerms, List<Amendment> amended, Long toldVersion) {
        return new Call(id, version, programmeId, providerId, newStatus, newTerms, amended, toldVersion, archived);
    }

    private void refuseUnlessDraft() {
        if (isPublished()) {
            throw new Refused(Programme.ALREADY_PUBLISHED);
        }
    }

    private void refuseUnlessPublished() {
        if (!isPublished()) {
            throw new Refused(NOT_PUBLISHED);
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    private static <T> List<T> joined(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
