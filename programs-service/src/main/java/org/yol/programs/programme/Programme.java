package org.yol.programs.programme;

import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What is offered year after year: written freely while a draft, fixed for everybody once published. */
public record Programme(@BsonId String id, long version, PublicationStatus status, Provider provider, Offer offer)
        implements Aggregate {

    /** What is public stays as it is. */
    public static final Problem ALREADY_PUBLISHED = new Problem("state-conflict", 409);

    static Programme draft(String id, Provider provider, Offer offer) {
        return new Programme(id, 0, PublicationStatus.DRAFT, provider, offer);
    }

    /**
     * Replaces what a draft says.
     *
     * @param statedName the provider's name, null to keep the one it has
     * @throws Refused state-conflict once published
     */
    Change<Programme> edit(String statedName, Offer newOffer) {
        if (status != PublicationStatus.DRAFT) {
            throw new Refused(ALREADY_PUBLISHED);
        }
        Provider named = statedName == null ? provider : Provider.of(provider.id(), statedName);
        return Change.silent(new Programme(id, version, status, named, newOffer));
    }

    /** Shows it to everybody; nothing happens when it is shown already. */
    Change<Programme> publish() {
        return Change.silent(new Programme(id, version, PublicationStatus.PUBLISHED, provider, offer));
    }
}
