package org.yol.programs.counts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yol.contracts.ApplicationEvent;

/**
 * Between which universities somebody goes who is offered a place of an exchange.
 *
 * @param homeHostId the one they come from
 * @param placeId of the call, at the one that they go to
 */
public record Movement(String homeHostId, String placeId) {

    /** The signs of ids: none that a field of a document could not have. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    private static final String TO = ">";

    /** Of an application as it is told; empty where it is not about an exchange, or nothing is offered. */
    static Optional<Movement> of(ApplicationEvent.Subject subject) {
        return isId(subject.homeHostId()) && isId(subject.placeId())
                ? Optional.of(new Movement(subject.homeHostId(), subject.placeId()))
                : Optional.empty();
    }

    private static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    static Movement parse(String text) {
        String[] ends = text.split(TO, 2);
        return new Movement(ends[0], ends[1]);
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return homeHostId + TO + placeId;
    }
}
