package org.yol.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A market in words that are read off easily, of which others are made that differ in one thing. */
record SmallMarket(int categories, List<Place> places, List<Limit> limits, List<Person> people) {

    /** A cap on places by their numbers. */
    record Limit(int seats, Set<Integer> places) {}

    /** Somebody asks for a place. */
    record Asking(int person, int place) {}

    static Place place(int number, int seats, List<Integer> reserves) {
        return new Place("place-" + number, seats, reserves);
    }

    Market market() {
        MarketBuilder builder = Market.builder(categories);
        for (Place place : places) {
            builder.place(place.name(), place.seats(), place.reserves().toArray(Integer[]::new));
        }
        for (int number = 0; number < limits.size(); number++) {
            Limit limit = limits.get(number);
            builder.cap(
                    "cap-" + number,
                    limit.seats(),
                    limit.places().stream()
                            .map(place -> places.get(place).name())
                            .toArray(String[]::new));
        }
        for (Person person : people) {
            builder.applicant(person.lottery(), person.categories());
            for (int place : person.ranking()) {
                builder.choice(places.get(place).name(), person.scores().get(place));
            }
        }
        return builder.build();
    }

    Allocation allocation() {
        return DeferredAcceptance.allocate(market());
    }

    /** The place of each person, -1 for none. */
    List<Integer> outcome() {
        Allocation allocation = allocation();
        List<Integer> outcome = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            outcome.add(allocation.place(person));
        }
        return outcome;
    }

    SmallMarket with(int number, Person person) {
        List<Person> others = new ArrayList<>(people);
        others.set(number, person);
        return new SmallMarket(categories, places, limits, others);
    }

    SmallMarket with(int number, Place place) {
        List<Place> others = new ArrayList<>(places);
        others.set(number, place);
        return new SmallMarket(categories, others, limits, people);
    }

    /** One more seat under every cap that holds a place, and not at the place itself. */
    SmallMarket withSeatAround(int place) {
        return new SmallMarket(
                categories,
                places,
                limits.stream()
                        .map(limit ->
                                limit.places().contains(place) ? new Limit(limit.seats() + 1, limit.places()) : limit)
                        .toList(),
                people);
    }

    /** Whom the better place in the strict order belongs to: less than 0 if to the one. */
    int compare(Asking one, Asking other) {
        Person first = people.get(one.person());
        Person second = people.get(other.person());
        int byScore = Integer.compare(
                second.scores().get(other.place()), first.scores().get(one.place()));
        return byScore != 0 ? byScore : Integer.compare(first.lottery(), second.lottery());
    }
}
