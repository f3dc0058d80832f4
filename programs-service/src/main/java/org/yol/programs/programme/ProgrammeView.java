package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A programme as it was written, without its calls.
 *
 * @param amendments what was changed since it was published, the last one first
 * @param archived when it was put away; none when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeView(
        String id,
        long version,
        PublicationStatus status,
        ProgrammeProvider provider,
        @JsonUnwrapped Offer offer,
        List<AmendmentView> amendments,
        Instant archived) {

    /** Of a programme that the reader may see. */
    public static ProgrammeView of(Programme programme) {
        return new ProgrammeView(
                programme.id(),
                programme.version(),
                programme.status(),
                programme.provider(),
                programme.offer(),
                AmendmentView.of(programme.amendments(), ZoneOffset.UTC),
                programme.archived());
    }
}
