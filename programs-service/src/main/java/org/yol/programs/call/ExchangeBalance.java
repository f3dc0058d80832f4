package org.yol.programs.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Agreement.AgreedNumber;
import org.yol.programs.counts.Movement;
import org.yol.programs.counts.Tally;

/** What the universities of an exchange have agreed, two by two, and how many people go. */
final class ExchangeBalance {

    private final Terms terms;
    private final Map<String, String> countries;
    private final Map<Movement, Tally> movements;

    /**
     * @param countries of the hosts, by their id
     * @param movements of the call's applications
     */
    ExchangeBalance(Terms terms, Map<String, String> countries, Map<Movement, Tally> movements) {
        this.terms = terms;
        this.countries = countries;
        this.movements = movements;
    }

    /**
     * How it stands one way.
     *
     * @param agreed how many may go
     * @param offered to how many a place was offered, whatever became of it
     * @param accepted how many go
     */
    record Way(int agreed, int offered, int accepted) {}

    /**
     * Two universities.
     *
     * @param there from the one to the other
     * @param back from the other to the one
     */
    record Pair(String one, String other, Way there, Way back) {

        /** How many more go there than come back; negative when more come. */
        int balance() {
            return there.accepted() - back.accepted();
        }
    }

    /** All that have agreed on anything, in the order of the call's places; none where nothing is agreed. */
    List<Pair> pairs() {
        Agreement agreement = terms.particulars().agreement();
        List<Pair> pairs = new ArrayList<>();
        if (agreement != null) {
            List<String> hosts = terms.places().stream()
                    .map(place -> place.host().id())
                    .distinct()
                    .toList();
            for (int index = 0; index < hosts.size(); index++) {
                for (String other : hosts.subList(index + 1, hosts.size())) {
                    Pair pair = pair(hosts.get(index), other, agreement);
                    if (pair.there().agreed() + pair.back().agreed() > 0) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    private Pair pair(String one, String other, Agreement agreement) {
        return new Pair(one, other, way(one, other, agreement), way(other, one, agreement));
    }

    private Way way(String home, String host, Agreement agreement) {
        Tally people = movements.entrySet().stream()
                .filter(movement -> movement.getKey().homeHostId().equals(home)
                        && isAt(movement.getKey().placeId(), host))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
        return new Way(agreed(home, host, agreement), people.selected(), people.went());
    }

    private boolean isAt(String placeId, String host) {
        return terms.places().stream()
                .anyMatch(
                        place -> place.id().equals(placeId) && place.host().id().equals(host));
    }

    private int agreed(String home, String host, Agreement agreement) {
        if (agreement.numbers().isEmpty()) {
            boolean abroad = countries.containsKey(home)
                    && countries.containsKey(host)
                    && !countries.get(home).equals(countries.get(host));
            return abroad ? agreement.perDirection() : 0;
        }
        return agreement.numbers().stream()
                .filter(number -> number.isBetween(home, host))
                .mapToInt(AgreedNumber::students)
                .sum();
    }
}
