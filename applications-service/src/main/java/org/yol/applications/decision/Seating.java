package org.yol.applications.decision;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is still to be done with seats.
 *
 * @param wanted what waits for its seat; null otherwise
 * @param frees places whose seats are to be given back, whatever else happens
 * @param refused the place that had no seat left when it was wanted last; null otherwise
 * @param answerBy until when what is wanted is offered as soon as it has its seat; null where somebody publishes it
 */
public record Seating(Choice wanted, List<String> frees, String refused, Instant answerBy) {

    static final Seating NOTHING = freeing(List.of());

    static Seating refused(String place) {
        return new Seating(null, List.of(), place, null);
    }

    static Seating freeing(List<String> places) {
        return new Seating(null, places, null, null);
    }

    /** The same, and what is wanted is offered once it has its seat. */
    Seating offeredUntil(Instant instant) {
        return new Seating(wanted, frees, refused, instant);
    }

    /**
     * Another choice instead of what was wanted before: a seat that may have been taken for that is given back.
     *
     * @param standing the place of what stands, whose seat is given back only when the choice gets its own; may be null
     */
    Seating wanting(Choice chosen, String standing) {
        return new Seating(
                chosen,
                taken().filter(place -> !place.equals(chosen.placeId()) && !place.equals(standing))
                        .toList(),
                null,
                null);
    }

    /** Nothing is wanted any more, and what stands keeps its seat. */
    Seating keeping(String standing) {
        return freeing(taken().filter(place -> !place.equals(standing)).toList());
    }

    /** Nothing is wanted any more, and the seat of what stood is given back too. */
    Seating ending(String standing) {
        return freeing(
                Stream.concat(taken(), Stream.ofNullable(standing)).distinct().toList());
    }

    /** The same without the words of a reason. */
    Seating withoutWords() {
        return new Seating(wanted == null ? null : wanted.withoutWords(), frees, refused, answerBy);
    }

    /** Whether a seat of that place is all it waits for. */
    boolean isWaitingOnlyFor(Allotment allotment) {
        return wanted != null && frees.isEmpty() && wanted.isSameAs(allotment.choice());
    }

    /** Whether nothing is left to do. */
    boolean isOver() {
        return wanted == null && frees.isEmpty();
    }

    private Stream<String> taken() {
        return Stream.concat(
                        frees.stream(),
                        Stream.ofNullable(wanted).flatMap(choice -> Stream.ofNullable(choice.placeId())))
                .distinct();
    }
}
