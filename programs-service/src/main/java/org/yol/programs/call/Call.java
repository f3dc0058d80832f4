package org.yol.programs.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
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
 */
public record Call(
        @BsonId String id,
        long version,
        String programmeId,
        String providerId,
        PublicationStatus status,
        Terms terms,
        List<Amendment> amendments,
        Long programmeVersion)
        implements Aggregate {

    static final Problem NOT_PUBLISHED = new Problem("not-published", 409);

    /** Work that follows the publication: its programme is published. */
    static final String PROGRAMME_PUBLICATION = "programme-publication";

    public Call {
        amendments = amendments == null ? List.of() : List.copyOf(amendments);
    }

    static Call draft(String id, Programme programme, Terms terms) {
        return new Call(
                id, 0, programme.id(), programme.provider().id(), PublicationStatus.DRAFT, terms, List.of(), null);
    }

    /** Stores a new one. */
    Change<Call> add(Instant now) {
        return Change.silent(this).due(Programme.LISTING, now);
    }

    /** Whether everybody sees it. */
    public boolean isPublished() {
        return status == PublicationStatus.PUBLISHED;
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

    /**
     * Shows the call to the public and tells the other services the whole of it.
     *
     * @param programme of this call; it has to be complete too
     * @throws Refused field-errors with all that is missing in both, or state-conflict when it is published already
     */
    Change<Call> publish(Programme programme, Instant now) {
        refuseUnlessDraft();
        List<FieldError> errors = Stream.concat(
                        OfferRules.errors(programme.offer()).stream(),
                        CallRules.errors(terms, programme.offer().kind(), now).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
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
        List<FieldError> errors =
                ExtensionRules.errors(granted, deadlines(), programme.offer().origins(), now);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        Call extended = with(
                status,
                terms.with(joined(terms.extensions(), granted)),
                joined(amendments, new Amendment(now, by, granted.reason())),
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
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        return with(status, amended, joined(amendments, amendment), programmeVersion)
                .telling(programme, now);
    }

    /**
     * Tells the call once more if its programme was still written between being told and being fixed.
     *
     * @param published of this call; it does not change behind our back any more
     */
    Change<Call> confirm(Programme published, Instant now) {
        return programmeVersion == published.version() ? Change.silent(this) : telling(published, now);
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
        return new Call(id, version, programmeId, providerId, newStatus, newTerms, amended, toldVersion);
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

    private static <T> List<T> joined(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
