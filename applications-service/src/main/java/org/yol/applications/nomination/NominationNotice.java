package org.yol.applications.nomination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.contracts.Event;
import org.yol.contracts.NominationsWanted;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * Which authorities know that a call waits for their lists: each is told once, when the call has closed for its
 * citizens, since nothing can be sent before.
 *
 * @param id of the call
 * @param told ISO 3166-1 alpha-2 of the countries whose authorities are told
 * @param lookedAt when it was last looked for whom to tell; null before the first time
 * @param next when it is to be looked at again; null when no deadline is to come
 */
public record NominationNotice(@BsonId String id, long version, List<String> told, Instant lookedAt, Instant next)
        implements Aggregate {

    /** The due work of telling those for whose citizens the call has closed. */
    static final String TELLING = "telling-authorities";

    public NominationNotice {
        told = List.copyOf(told);
    }

    static NominationNotice none(String callId) {
        return new NominationNotice(callId, 0, List.of(), null, null);
    }

    /** What is to come by the deadlines that the call states now; nothing is written where it says so already. */
    Change<NominationNotice> planned(Call call) {
        NominationNotice planned = with(told, lookedAt, nextOf(call, told, lookedAt));
        return planned.equals(this) ? Change.silent(this) : planned.scheduled(List.of());
    }

    /** Those for whom the call has closed since it was last looked, and whom nobody has told. */
    List<String> over(Call call, Instant now) {
        return call.origins().stream()
                .filter(country -> !told.contains(country))
                .filter(country -> isNews(call.deadline(country).end(), lookedAt))
                .filter(country -> call.deadline(country).hasPassed(now))
                .toList();
    }

    /** It was looked whom to tell at that instant: these, whose citizens have applied. */
    Change<NominationNotice> looked(Call call, List<String> wanting, Instant now) {
        List<String> all = new ArrayList<>(told);
        all.addAll(wanting);
        return with(all, now, nextOf(call, all, now))
                .scheduled(wanting.stream()
                        .<Event>map(
                                country -> new NominationsWanted(call.id(), call.programmeId(), call.title(), country))
                        .toList());
    }

    private NominationNotice with(List<String> countries, Instant looked, Instant following) {
        return new NominationNotice(id, version, countries, looked, following);
    }

    private Change<NominationNotice> scheduled(List<Event> events) {
        Change<NominationNotice> change = new Change<>(this, events);
        return next == null ? change.settled(TELLING) : change.due(TELLING, next);
    }

    private static Instant nextOf(Call call, List<String> told, Instant looked) {
        Optional<Instant> next = call.origins().stream()
                .filter(country -> !told.contains(country))
                .map(country -> call.deadline(country).end())
                .filter(end -> isNews(end, looked))
                .min(Instant::compareTo);
        return next.orElse(null);
    }

    private static boolean isNews(Instant end, Instant looked) {
        return looked == null || end.isAfter(looked);
    }
}
