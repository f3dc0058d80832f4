package org.yol.programs.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.counts.Counts;
import org.yol.programs.host.Host;
import org.yol.programs.host.Hosts;

/**
 * Adds to calls what is known only now: phases by the clock, counts by what happened to applications, and what their
 * hosts are called.
 */
@Component
public class CallViews {

    private final ApplicationCounts counts;
    private final Hosts hosts;
    private final Clock clock;

    CallViews(ApplicationCounts counts, Hosts hosts, Clock clock) {
        this.counts = counts;
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * The calls as their readers see them, by programme: those a reader can still do something about first.
     *
     * @param calls that the reader may see
     */
    public Map<String, List<CallView>> byProgramme(Collection<Call> calls, Caller reader) {
        Instant now = clock.instant();
        Map<String, Counts> known = countsOf(calls);
        Map<String, Host> hostsOfPlaces = hostsOf(calls);
        return calls.stream()
                .map(call -> CallView.of(call, citizenship(reader), known, hostsOfPlaces, now))
                .sorted(CallView.MOST_RELEVANT_FIRST)
                .collect(Collectors.groupingBy(CallView::programmeId));
    }

    CallView of(Call call, Caller reader) {
        Collection<Call> alone = List.of(call);
        return CallView.of(call, citizenship(reader), countsOf(alone), hostsOf(alone), clock.instant());
    }

    /** Of a student, else null: the country of an authority says nothing about whoever works there. */
    public static String citizenship(Caller reader) {
        return reader.is(Role.STUDENT) ? reader.country() : null;
    }

    private Map<String, Counts> countsOf(Collection<Call> calls) {
        List<String> published =
                calls.stream().filter(Call::isPublished).map(Call::id).toList();
        return published.isEmpty() ? Map.of() : counts.of(published);
    }

    private Map<String, Host> hostsOf(Collection<Call> calls) {
        return hosts.find(calls.stream()
                .flatMap(call -> call.terms().places().stream())
                .map(place -> place.host().id())
                .collect(Collectors.toSet()));
    }
}
