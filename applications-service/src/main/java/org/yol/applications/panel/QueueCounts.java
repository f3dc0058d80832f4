package org.yol.applications.panel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.yol.applications.call.Call;
import org.yol.applications.review.ReviewState;
import org.yol.platform.document.Summaries;

/**
 * How many reviews somebody is asked for.
 *
 * @param assigned with nothing scored yet
 * @param overdue of those that are not done
 */
record QueueCounts(long assigned, long begun, long done, long overdue, List<OfCall> calls) {

    /** @param dueBy null while no date is set */
    record OfCall(
            String callId,
            Map<String, String> programmeTitle,
            Instant dueBy,
            long assigned,
            long begun,
            long done,
            long overdue) {}

    static QueueCounts of(List<OfCall> calls) {
        return new QueueCounts(
                sum(calls, OfCall::assigned),
                sum(calls, OfCall::begun),
                sum(calls, OfCall::done),
                sum(calls, OfCall::overdue),
                calls.stream()
                        .sorted(Comparator.comparing(OfCall::dueBy, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(OfCall::callId))
                        .toList());
    }

    /** @param groups numbers by call and state, of several calls, each in several databases */
    static OfCall of(Call call, Panel panel, List<Summaries.Group> groups, Instant now) {
        Instant due = panel == null ? null : panel.dueBy();
        long assigned = number(groups, call, ReviewState.ASSIGNED);
        long begun = number(groups, call, ReviewState.BEGUN);
        boolean late = due != null && due.isBefore(now);
        return new OfCall(
                call.id(),
                call.title(),
                due,
                assigned,
                begun,
                number(groups, call, ReviewState.DONE),
                late ? assigned + begun : 0);
    }

    private static long number(List<Summaries.Group> groups, Call call, ReviewState state) {
        return groups.stream()
                .filter(group -> group.values().equals(List.of(call.id(), state.name())))
                .mapToLong(Summaries.Group::number)
                .sum();
    }

    private static long sum(List<OfCall> calls, ToLongFunction<OfCall> number) {
        return calls.stream().mapToLong(number).sum();
    }
}
