package org.yol.allocation.proof.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A selection as the log has it: what it was worked out from, and then what came out. */
final class SelectionInLog {

    private final Claims claims;
    private final CallHistory history;
    private final List<Entry> results;
    private final Optional<Entry> own;

    SelectionInLog(Claims claims, CallHistory history) {
        this.claims = claims;
        this.history = history;
        this.results = history.of(CallHistory.RESULT);
        this.own = results.stream()
                .filter(entry -> entry.text("result").equals(claims.result()))
                .findFirst();
    }

    List<Finding> findings() {
        return List.of(fixed(), told());
    }

    /**
     * The input stood when the seed was known, and not before; an earlier run of the same call has an entry as well.
     */
    private Finding fixed() {
        List<Entry> inputs = history.of(CallHistory.INPUT).stream()
                .filter(entry -> entry.text("input").equals(claims.input()))
                .filter(entry -> own.isEmpty()
                        || entry.text("selection").equals(own.get().text("selection")))
                .toList();
        List<String> faults = new ArrayList<>();
        if (inputs.isEmpty()) {
            faults.add("no entry of this selection has the digest of this input; the call has "
                    + said(history.of(CallHistory.INPUT), "input"));
        } else {
            Entry input = inputs.getFirst();
            history.of(CallHistory.OPENING).stream()
                    .filter(opening -> opening.index() > input.index())
                    .forEach(opening -> faults.add("%s opens the part of %s after the input, which is %s"
                            .formatted(opening, opening.text("by"), input)));
        }
        return new Finding(
                "The digest of the input is in the log, after all parts were opened",
                inputs.isEmpty() ? "" : inputs.getFirst().toString(),
                faults);
    }

    private Finding told() {
        List<String> faults = new ArrayList<>();
        if (own.isEmpty()) {
            faults.add("no entry has the digest of this result; the call has " + said(results, "result"));
        }
        own.ifPresent(entry -> {
            if (!entry.text("input").equals(claims.input())) {
                faults.add("%s names the input %s, and this one is %s"
                        .formatted(entry, entry.text("input"), claims.input()));
            }
            claims.selection()
                    .filter(id -> !id.equals(entry.text("selection")))
                    .ifPresent(id -> faults.add("%s is of the selection %s, and this one is %s"
                            .formatted(entry, entry.text("selection"), id)));
            if (history.of(CallHistory.INPUT).stream()
                    .noneMatch(input -> input.index() < entry.index()
                            && input.text("selection").equals(entry.text("selection")))) {
                faults.add("%s has the result before any entry has the input".formatted(entry));
            }
        });
        if (results.size() > 1) {
            faults.add("the call has more than one result: " + said(results, "result"));
        }
        return new Finding(
                "The digest of the result is in the log, after that of the input, and there is no other",
                own.map(Entry::toString).orElse(""),
                faults);
    }

    private static String said(List<Entry> entries, String field) {
        return entries.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        entries.stream()
                                .map(entry -> entry + " " + entry.text(field))
                                .toList());
    }
}
