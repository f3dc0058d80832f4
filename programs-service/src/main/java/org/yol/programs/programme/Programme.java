package org.yol.programs.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * What is offered year after year: written freely while a draft; once published it changes by amendments only, each
 * with a reason that everybody reads.
 *
 * @param amendments of what was published, the first one first
 * @param archived when it was put away; null when it was not. Whether that still holds say its calls: one that is open
 *     later brings it back
 */
public record Programme(
        @BsonId String id,
        long version,
        PublicationStatus status,
        ProgrammeProvider provider,
        Offer offer,
        List<Amendment> amendments,
        Instant archived)
        implements Silent {

    /** What is public stays as it is. */
    public static final Problem ALREADY_PUBLISHED = new Problem("state-conflict", 409);

    /** Its detail says what may have been put away instead. */
    public static final Problem NOT_ARCHIVED = new Problem("not-archived", 409);

    /** Work that follows every write of a programme or a call: what lists are read from is worked out anew. */
    public static final String LISTING = "listing";

    /** Work that follows a change of a published one: its calls are told once more, with what it says now. */
    public static final String CALL_TELLING = "call-telling";

    public Programme {
        amendments = amendments == null ? List.of() : List.copyOf(amendments);
    }

    static Programme draft(String id, ProgrammeProvider provider, Offer offer) {
        return new Programme(id, 0, PublicationStatus.DRAFT, provider, offer, List.of(), null);
    }

    /** Stores a new one. */
    Change<Programme> add(Instant now) {
        return Change.silent(this).due(LISTING, now);
    }

    /** Whether everybody sees it. */
    public boolean isPublished() {
        return status == PublicationStatus.PUBLISHED;
    }

    /**
     * Replaces what a draft says.
     *
     * @throws Refused state-conflict once published
     */
    Change<Programme> edit(Offer newOffer, Instant now) {
        if (isPublished()) {
            throw new Refused(ALREADY_PUBLISHED);
        }
        Programme edited = with(status, provider, newOffer, amendments, archived);
        return equals(edited) ? Change.silent(this) : Change.silent(edited).due(LISTING, now);
    }

    /**
     * Changes what is public.
     *
     * @param begun whether anybody has begun to apply to one of its calls: then nothing may be taken away from them
     * @throws Refused field-errors with all that is missing or would harm somebody
     */
    Change<Programme> amend(Offer newOffer, Amendment amendment, boolean begun) {
        if (newOffer.equals(offer)) {
            return Change.silent(this);
        }
        List<FieldError> errors = new ArrayList<>(amendment.errors());
        errors.addAll(OfferRules.errors(newOffer));
        errors.addAll(OfferAmendmentRules.errors(offer, newOffer, begun));
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        Amendment told = amendment.with(Amendment.Effect.OF_WORDS);
        return toldAgain(with(status, provider, newOffer, joined(told), archived), amendment.at());
    }

    /** Shows its provider under the names that it has now; nothing happens when it does already. */
    Change<Programme> offeredBy(ProgrammeProvider named, Instant now) {
        Programme renamed = with(status, named, offer, amendments, archived);
        return equals(renamed) ? Change.silent(this) : toldAgain(renamed, now);
    }

    /** Shows it to everybody; nothing happens when it is shown already. */
    Change<Programme> publish(Instant now) {
        return isPublished()
                ? Change.silent(this)
                : Change.silent(with(PublicationStatus.PUBLISHED, provider, offer, amendments, archived))
                        .due(LISTING, now);
    }

    /**
     * Puts it away, so that lists do not show it any more. Of a published one everybody reads why.
     *
     * @throws Refused field-errors when it is public and does not say why
     */
    Change<Programme> archive(Amendment amendment) {
        List<FieldError> errors = isPublished() ? amendment.errors() : List.of();
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        List<Amendment> reasons = isPublished() ? joined(amendment) : amendments;
        return Change.silent(with(status, provider, offer, reasons, amendment.at()))
                .due(LISTING, amendment.at());
    }

    /**
     * Takes it back from the archive. Of a published one everybody reads why.
     *
     * @throws Refused not-archived, also when only its calls were put away, one by one; field-errors when it is public
     *     and does not say why
     */
    Change<Programme> takeBack(Amendment amendment) {
        if (archived == null) {
            throw new Refused(NOT_ARCHIVED);
        }
        List<FieldError> errors = isPublished() ? amendment.errors() : List.of();
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        List<Amendment> reasons = isPublished() ? joined(amendment) : amendments;
        return Change.silent(with(status, provider, offer, reasons, null)).due(LISTING, amendment.at());
    }

    private static Change<Programme> toldAgain(Programme changed, Instant now) {
        Change<Programme> change = Change.silent(changed).due(LISTING, now);
        return changed.isPublished() ? change.due(CALL_TELLING, now) : change;
    }

    private List<Amendment> joined(Amendment amendment) {
        return Stream.concat(amendments.stream(), Stream.of(amendment)).toList();
    }

    private Programme with(
            PublicationStatus newStatus,
            ProgrammeProvider by,
            Offer newOffer,
            List<Amendment> amended,
            Instant putAway) {
        return new Programme(id, version, newStatus, by, newOffer, amended, putAway);
    }
}
