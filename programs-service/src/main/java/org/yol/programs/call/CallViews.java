package org.yol.programs.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
import org.yol.programs.programme.ProgrammeAccess;

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
     * The calls as a reader sees them, by programme: those one can still do something about first.
     *
     * @param calls that the reader may see
     */
    public Map<String, List<CallView>> byProgramme(Collection<Call> calls, Caller reader) {
        Instant now = clock.instant();
        Map<String, Counts> known = countsOf(calls, reader);
        Map<String, Host> hostsOfPlaces = hostsOf(calls);
        return calls.stream()
                .map(call -> CallView.of(call, citizenship(reader), known, hostsOfPlaces, now))
                .sorted(CallView.MOST_RELEVANT_FIRST)
                .collect(Collectors.groupingBy(CallView::programmeId));
    }

    CallView of(Call call, Caller reader) {
        Collection<Call> alone = List.of(call);
        return CallView.of(call, citizenship(reader), countsOf(alone, reader), hostsOf(alone), clock.instant());
    }

    /** Of a student, else null: the country of an authority says nothing about whoever works there. */
    public static String citizenship(Caller reader) {
        return reader.is(Role.STUDENT) ? reader.country() : null;
    }

    /** The published calls as everybody sees them, in the same order. */
    public List<CallView> ofEverybody(List<Call> published) {
        Instant now = clock.instant();
        Map<String, Counts> known =
                counts.rounded(published.stream().map(Call::id).toList());
        Map<String, Host> hostsOfPlaces = hostsOf(published);
        return published.stream()
                .map(call -> CallView.of(call, null, known, hostsOfPlaces, now))
                .toList();
    }

    /** To the last of them for those who work with the applications; for everybody else single people do not show. */
    private Map<String, Counts> countsOf(Collection<Call> calls, Caller reader) {
        Map<Boolean, List<String>> byRight = calls.stream()
                .filter(Call::isPublished)
                .collect(Collectors.partitioningBy(
                        call -> ProgrammeAccess.maySeeDrafts(call.providerId(), reader),
                        Collectors.mapping(Call::id, Collectors.toList())));
        Map<String, Counts> known = new HashMap<>();
        if (!byRight.get(true).isEmpty()) {
            known.putAll(counts.of(byRight.get(true)));
        }
        if (!byRight.get(false).isEmpty()) {
            known.putAll(counts.rounded(byRight.get(false)));
        }
        return known;
    }

    private Map<String, Host> hostsOf(Collection<Call> calls) {
        return hosts.find(calls.stream()
                .flatMap(call -> call.terms().places().stream())
                .map(place -> place.host().id())
                .collect(Collectors.toSet()));
    }
}
