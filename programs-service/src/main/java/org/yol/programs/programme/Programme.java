package org.yol.programs.programme;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * A programme with its calls: written freely while a draft, fixed for everybody once published.
 *
 * @param listing always worked out anew from the rest
 */
public record Programme(
        @BsonId String id,
        long version,
        PublicationStatus status,
        Provider provider,
        Offer offer,
        List<Call> calls,
        Listing listing)
        implements Aggregate {

    static final Problem ALREADY_PUBLISHED = new Problem("state-conflict", 409);

    public Programme {
        calls = List.copyOf(calls);
        listing = Listing.of(provider, offer, calls);
    }

    static Programme draft(String id, Provider provider, Offer offer, Call call) {
        return new Programme(id, 0, PublicationStatus.DRAFT, provider, offer, List.of(call), null);
    }

    /**
     * Replaces what a draft says.
     *
     * @param statedName the provider's name, null to keep the one it has
     * @throws Refused state-conflict once published
     */
    Change<Programme> edit(String statedName, Offer newOffer, Terms newTerms) {
        Call call = calls.getFirst();
        refuseUnlessDraft(call);
        Provider named = statedName == null ? provider : Provider.of(provider.id(), statedName);
        return Change.silent(
                new Programme(id, version, status, named, newOffer, List.of(Call.draft(call.id(), newTerms)), null));
    }

    /**
     * Shows the programme with this call to the public and tells the other services.
     *
     * @throws Refused field-errors with all that is missing, or state-conflict when it is published already
     */
    Change<Programme> publish(String callId, Instant now) {
        Call call = call(callId);
        refuseUnlessDraft(call);
        List<FieldError> errors = PublicationRules.errors(offer, calls.indexOf(call), call.terms(), now);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        List<Call> withPublished = calls.stream()
                .map(each -> each.id().equals(callId) ? each.published() : each)
                .toList();
        return Change.telling(
                new Programme(id, version, PublicationStatus.PUBLISHED, provider, offer, withPublished, null),
                PublicationEvent.of(this, call));
    }

    Call call(String callId) {
        return calls.stream()
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private static void refuseUnlessDraft(Call call) {
        if (call.status() != PublicationStatus.DRAFT) {
            throw new Refused(ALREADY_PUBLISHED);
        }
    }
}
