package org.yol.applications.lottery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.digest.Sha256;

/**
 * Some of those who take part in a lottery, in the order of their numbers: as many as a document holds easily. They are
 * named by the digest of all, so that lists that were begun at once, or once more, never mix. Public because the record
 * codec can read no other.
 *
 * @param id of the call, the digest of all numbers, and which part it is, from 0
 */
public record Entrants(@BsonId String id, List<Entrant> some) {

    /** Of some 150 bytes each, and a document has 16 MB at most. */
    static final int EACH = 20_000;

    /**
     * Somebody who takes part.
     *
     * @param number by which they do, see {@code Commitment.toEntrant}
     */
    public record Entrant(String number, String applicationId) {}

    public Entrants {
        some = List.copyOf(some);
    }

    static List<Entrant> inOrder(List<Entrant> all) {
        return all.stream().sorted(Comparator.comparing(Entrant::number)).toList();
    }

    /** Of all of a call, in order. */
    static String digest(List<Entrant> inOrder) {
        return Sha256.hex(text(inOrder));
    }

    /** What the digest is of. */
    static String text(List<Entrant> inOrder) {
        return inOrder.stream().map(Entrant::number).collect(Collectors.joining("\n"));
    }

    static List<Entrants> of(String callId, List<Entrant> inOrder) {
        List<String> ids = ids(callId, digest(inOrder), inOrder.size());
        List<Entrants> parts = new ArrayList<>();
        for (int part = 0; part < ids.size(); part++) {
            parts.add(new Entrants(
                    ids.get(part), inOrder.subList(part * EACH, Math.min(inOrder.size(), (part + 1) * EACH))));
        }
        return parts;
    }

    /** The ids of so many, in order. */
    static List<String> ids(String callId, String digest, int number) {
        return IntStream.range(0, Math.ceilDiv(number, EACH))
                .mapToObj(part -> callId + "/" + digest + "/" + part)
                .toList();
    }
}
