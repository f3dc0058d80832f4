package org.yol.applications.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ReviewsWanted;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * Who reviews for a call.
 *
 * @param id of the call
 * @param provider whose coordinators set it
 * @param places the reviewers of each place that has any
 * @param dueBy when reviews are due; null while no date is set
 */
public record Panel(@BsonId String id, long version, String provider, List<Judges> places, Instant dueBy)
        implements Aggregate {

    /** The due work of writing to those whose reviews are due soon. */
    static final String NOTICING = "noticing";

    private static final Duration NOTICE = Duration.ofDays(2);

    /** The reviewers of a place, by account. Public because the record codec can read no other. */
    public record Judges(String placeId, List<String> reviewers) {

        public Judges {
            reviewers = List.copyOf(reviewers);
        }
    }

    public Panel {
        places = List.copyOf(places);
    }

    static Panel none(String callId, String provider) {
        return new Panel(callId, 0, provider, List.of(), null);
    }

    Change<Panel> set(List<Judges> judges, Instant due, Instant now) {
        List<Judges> some =
                judges.stream().filter(each -> !each.reviewers().isEmpty()).toList();
        Change<Panel> set = Change.silent(new Panel(id, version, provider, some, due));
        Instant notice = due == null ? null : due.minus(NOTICE);
        return notice == null || notice.isBefore(now) ? set.settled(NOTICING) : set.due(NOTICING, notice);
    }

    /** Reviewers are written to, if there are any. */
    Change<Panel> telling(ReviewsWanted wanted) {
        return wanted.reviewers().isEmpty() ? Change.silent(this) : Change.telling(this, wanted);
    }

    /** Whether anybody is on it. */
    boolean isSet() {
        return !places.isEmpty();
    }

    boolean says(Panel other) {
        return places.equals(other.places) && Objects.equals(dueBy, other.dueBy);
    }

    /** The reviewers by place. */
    Map<String, List<String>> reviewers() {
        return places.stream().collect(Collectors.toMap(Judges::placeId, Judges::reviewers));
    }

    /** Everybody who is on it. */
    Set<String> everybody() {
        return places.stream().flatMap(each -> each.reviewers().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
