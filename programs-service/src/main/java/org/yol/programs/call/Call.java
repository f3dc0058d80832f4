package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.OfferRules;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.PublicationStatus;

/**
 * One intake of a programme: written freely while a draft, fixed for everybody once published.
 *
 * @param providerId of its programme, which never changes: says who writes the call
 * @param programmeVersion the version of the programme that other services were told of; null for a draft
 */
public record Call(
        @BsonId String id,
        long version,
        String programmeId,
        String providerId,
        PublicationStatus status,
        Terms terms,
        Long programmeVersion)
        implements Aggregate {

    /** Work that follows the publication: its programme is published. */
    static final String PROGRAMME_PUBLICATION = "programme-publication";

    static Call draft(String id, Programme programme, Terms terms) {
        return new Call(id, 0, programme.id(), programme.provider().id(), PublicationStatus.DRAFT, terms, null);
    }

    /** Stores a new one. */
    Change<Call> add(Instant now) {
        return Change.silent(this).due(Programme.LISTING, now);
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
    Change<Call> edit(Terms newTerms, Instant now) {
        refuseUnlessDraft();
        Call edited = new Call(id, version, programmeId, providerId, status, newTerms, programmeVersion);
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
                        OfferRules.errors(programme.offer()).stream(), CallRules.errors(terms, now).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        return telling(programme, now).then(PROGRAMME_PUBLICATION, now);
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
        Call published = new Call(id, version, programmeId, providerId, PublicationStatus.PUBLISHED, terms, fixed);
        return Change.telling(published, PublicationEvent.of(programme, published))
                .due(Programme.LISTING, now);
    }

    private void refuseUnlessDraft() {
        if (isPublished()) {
            throw new Refused(Programme.ALREADY_PUBLISHED);
        }
    }
}
