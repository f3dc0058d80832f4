package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A programme as it was written, without its calls. */
public record ProgrammeView(
        String id,
        long version,
        PublicationStatus status,
        ProgrammeProvider provider,
        @JsonUnwrapped Offer offer) {

    /** Of a programme that the reader may see. */
    public static ProgrammeView of(Programme programme) {
        return new ProgrammeView(
                programme.id(), programme.version(), programme.status(), programme.provider(), programme.offer());
    }
}
