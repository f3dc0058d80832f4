package org.yol.applications.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.application.Draft;
import org.yol.applications.call.Call;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.Extension;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * How far reminding those with a draft for one call has come: in rounds, each of which looks at every draft once, for
 * all reminders that have become due since the last one. What a round has told is written with the place where its next
 * ones begin, so that a crash tells nobody twice and leaves nobody out.
 *
 * @param id of the call, and {@code deadline}
 * @param callSeq number of the event of the call by which {@code next} was last reckoned
 * @param doneUntil every reminder that was due until then is sent, or was for nobody; null before the first round
 * @param round sends those due until then; null between rounds
 * @param position cursor of the drafts that this round has looked at; null before the first ones, and between rounds
 * @param next the first reminder after {@code doneUntil}; null when none is to come
 */
public record Reminders(
        @BsonId String id,
        long version,
        String callId,
        long callSeq,
        Instant doneUntil,
        Instant round,
        String position,
        Instant next)
        implements Aggregate {

    /** The due work of reminding those with a draft. */
    static final String REMINDING = "reminding";

    static String idOf(String callId) {
        return callId + "/deadline";
    }

    static Reminders none(String callId) {
        return new Reminders(idOf(callId), 0, callId, 0, null, null, null, null);
    }

    /**
     * What is to come by the deadlines that the call states now; nothing is written where that is known. Whoever is at
     * it with the call as it was before loses it by this.
     */
    Change<Reminders> planned(Call call, Instant now) {
        if (call.seq() <= callSeq) {
            return Change.silent(this);
        }
        return round == null
                ? with(doneUntil, null, null, call).scheduled(List.of())
                : with(doneUntil, round, position, call).goingOn(List.of()).due(REMINDING, now);
    }

    /** A round for what is due by now, if it may be for anybody. */
    Change<Reminders> begun(Call call, Instant now) {
        boolean anything = countdowns(call)
                .flatMap(countdown -> countdown.due(now).stream())
                .anyMatch(reminder -> isNews(reminder, doneUntil));
        return anything
                ? with(doneUntil, now, null, call).goingOn(List.of())
                : with(now, null, null, call).scheduled(List.of());
    }

    /**
     * Some have been looked at.
     *
     * @param told of these, as {@link #due} said
     * @param following cursor of the others; null when there are none, and the round is over
     */
    Change<Reminders> told(List<DeadlineNear> told, String following, Call call) {
        return following == null
                ? with(round, null, null, call).scheduled(told)
                : with(doneUntil, round, following, call).goingOn(told);
    }

    /** Reminds those of some drafts for which this round has a reminder, of each deadline by an event of its own. */
    List<DeadlineNear> due(List<Draft> drafts, Call call, Instant now) {
        Map<Reminder, List<DeadlineNear.Applicant>> told = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            reminderOf(draft, call, now)
                    .ifPresent(reminder -> told.computeIfAbsent(reminder, _ -> new ArrayList<>())
                            .add(new DeadlineNear.Applicant(
                                    draft.id(),
                                    draft.student().id(),
                                    draft.student().country())));
        }
        return told.entrySet().stream()
                .map(each -> new DeadlineNear(
                        call.id(),
                        call.seq(),
                        call.title(),
                        call.zone(),
                        each.getKey().closes(),
                        each.getKey().at(),
                        each.getValue()))
                .toList();
    }

    private record Reminder(Instant closes, Instant at) {}

    /**
     * Whoever began after a reminder has no need of it. One that has been overtaken by another, while the round was
     * interrupted, is left to the next round.
     */
    private Optional<Reminder> reminderOf(Draft draft, Call call, Instant now) {
        Countdown countdown = Countdown.of(call, draft.student().country());
        return countdown
                .due(now)
                .filter(at -> isNews(at, doneUntil) && !at.isAfter(round))
                .filter(at -> draft.begun().isBefore(at))
                .map(at -> new Reminder(countdown.deadline().stated(), at));
    }

    private Reminders with(Instant done, Instant current, String cursor, Call call) {
        return new Reminders(id, version, callId, call.seq(), done, current, cursor, nextOf(call, done));
    }

    private Change<Reminders> goingOn(List<DeadlineNear> events) {
        return new Change<>(this, List.copyOf(events));
    }

    private Change<Reminders> scheduled(List<DeadlineNear> events) {
        Change<Reminders> change = goingOn(events);
        return next == null ? change.settled(REMINDING) : change.due(REMINDING, next);
    }

    private static boolean isNews(Instant reminder, Instant done) {
        return done == null || reminder.isAfter(done);
    }

    private static Instant nextOf(Call call, Instant done) {
        return countdowns(call)
                .flatMap(Countdown::reminders)
                .filter(reminder -> isNews(reminder, done))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Of every deadline that holds for somebody. */
    private static Stream<Countdown> countdowns(Call call) {
        Stream<String> granted =
                call.extensions().stream().map(Extension::countries).flatMap(List::stream);
        return Stream.concat(
                        Stream.of(Countdown.of(call, null)),
                        Stream.concat(call.origins().stream(), granted)
                                .distinct()
                                .map(country -> Countdown.of(call, country)))
                .distinct();
    }
}
