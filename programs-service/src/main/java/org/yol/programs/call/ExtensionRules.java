package org.yol.programs.call;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;
import org.yol.platform.problem.FieldError;

/** When a later deadline may be granted. */
final class ExtensionRules {

    private ExtensionRules() {}

    /**
     * What is wrong, by pointers into the extension; empty when it may be granted.
     *
     * @param origins of the programme: whose citizens it is for
     */
    static List<FieldError> errors(Extension granted, Deadlines before, List<String> origins, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < granted.countries().size(); index++) {
            if (!origins.contains(granted.countries().get(index))) {
                errors.add(FieldError.of("/countries/" + index, "extension.country", String.join(", ", origins)));
            }
        }
        ZoneId zone = ZoneId.of(before.zone());
        ZonedDateTime latest = held(granted, before);
        if (!granted.closes().isAfter(latest.toInstant())) {
            errors.add(FieldError.of("/closes", "extension.later", latest));
        } else if (new Deadline(granted.closes(), zone, before.graceMinutes()).hasPassed(now)) {
            errors.add(FieldError.of("/closes", "publication.closes.past"));
        }
        return errors;
    }

    /** The latest deadline of those whom it is for. */
    private static ZonedDateTime held(Extension granted, Deadlines before) {
        Stream<Deadline> held = granted.countries().isEmpty()
                ? Stream.of(before.of(null))
                : granted.countries().stream().map(before::of);
        return held.map(Deadline::shown).max(ZonedDateTime::compareTo).orElseThrow();
    }
}
