package org.yol.programs.programme;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What is offered year after year: written freely while a draft, fixed for everybody once published. */
public record Programme(
        @BsonId String id, long version, PublicationStatus status, ProgrammeProvider provider, Offer offer)
        implements Silent {

    /** What is public stays as it is. */
    public static final Problem ALREADY_PUBLISHED = new Problem("state-conflict", 409);

    /** Work that follows every write of a programme or a call: what lists are read from is worked out anew. */
    public static final String LISTING = "listing";

    static Programme draft(String id, ProgrammeProvider provider, Offer offer) {
        return new Programme(id, 0, PublicationStatus.DRAFT, provider, offer);
    }

    /** Stores a new one. */
    Change<Programme> add(Instant now) {
        return Change.silent(this).due(LISTING, now);
    }

    /**
     * Replaces what a draft says.
     *
     * @throws Refused state-conflict once published
     */
    Change<Programme> edit(Offer newOffer, Instant now) {
        if (status != PublicationStatus.DRAFT) {
            throw new Refused(ALREADY_PUBLISHED);
        }
        Programme edited = new Programme(id, version, status, provider, newOffer);
        return equals(edited) ? Change.silent(this) : Change.silent(edited).due(LISTING, now);
    }

    /** Shows its provider under the names that it has now; nothing happens when it does already. */
    Change<Programme> offeredBy(ProgrammeProvider named, Instant now) {
        Programme renamed = new Programme(id, version, status, named, offer);
        return equals(renamed) ? Change.silent(this) : Change.silent(renamed).due(LISTING, now);
    }

    /** Shows it to everybody; nothing happens when it is shown already. */
    Change<Programme> publish(Instant now) {
        return status == PublicationStatus.PUBLISHED
                ? Change.silent(this)
                : Change.silent(new Programme(id, version, PublicationStatus.PUBLISHED, provider, offer))
                        .due(LISTING, now);
    }
}
