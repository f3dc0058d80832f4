package org.yol.programs.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Page;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.counts.Counts;

/** Adds to programmes what is known only now: phases by the clock, counts by what happened to applications. */
@Component
class ProgrammeViews {

    private final ApplicationCounts counts;
    private final Clock clock;

    ProgrammeViews(ApplicationCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    ProgrammeView of(Programme programme) {
        return ProgrammeView.of(programme, countsOf(List.of(programme)), clock.instant());
    }

    CallView of(Programme programme, String callId) {
        return CallView.of(programme.id(), programme.call(callId), countsOf(List.of(programme)), clock.instant());
    }

    Page<ProgrammeView> of(Page<Programme> page) {
        Map<String, Counts> known = countsOf(page.items());
        Instant now = clock.instant();
        return page.map(programme -> ProgrammeView.of(programme, known, now));
    }

    private Map<String, Counts> countsOf(List<Programme> programmes) {
        List<String> published = programmes.stream()
                .flatMap(programme -> programme.calls().stream())
                .filter(call -> call.status() == PublicationStatus.PUBLISHED)
                .map(Call::id)
                .toList();
        return published.isEmpty() ? Map.of() : counts.of(published);
    }
}
