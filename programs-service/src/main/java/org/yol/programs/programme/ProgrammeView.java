package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.programs.counts.Counts;

/** A programme as its readers see it. */
record ProgrammeView(
        String id,
        long version,
        PublicationStatus status,
        Provider provider,
        @JsonUnwrapped Offer offer,
        List<CallView> calls) {

    static ProgrammeView of(Programme programme, Map<String, Counts> counts, Instant now) {
        return new ProgrammeView(
                programme.id(),
                programme.version(),
                programme.status(),
                programme.provider(),
                programme.offer(),
                programme.calls().stream()
                        .map(call -> CallView.of(programme.id(), call, counts, now))
                        .toList());
    }
}
