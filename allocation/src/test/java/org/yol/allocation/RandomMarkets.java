package org.yol.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.yol.allocation.SmallMarket.Limit;

/** Markets with few seats, many ties and people who belong to several categories. */
final class RandomMarkets {

    private RandomMarkets() {}

    /** Up to three categories. */
    static Arbitrary<SmallMarket> reserves(int mostPeople, int mostPlaces) {
        return Arbitraries.randomValue(random -> {
            int categories = random.nextInt(4);
            int places = 1 + random.nextInt(mostPlaces);
            List<Place> list = new ArrayList<>();
            for (int number = 0; number < places; number++) {
                List<Integer> reserves = new ArrayList<>();
                int reserved = 0;
                for (int category = 0; category < categories; category++) {
                    reserves.add(random.nextInt(3));
                    reserved += reserves.getLast();
                }
                int open = random.nextInt(3);
                list.add(SmallMarket.place(number, Math.max(1, reserved + open), reserves));
            }
            return new SmallMarket(categories, list, List.of(), people(random, mostPeople, places, categories));
        });
    }

    /** Caps that nest up to three deep, beside places without any. */
    static Arbitrary<SmallMarket> caps(int mostPeople, int mostPlaces) {
        return Arbitraries.randomValue(random -> {
            int places = 1 + random.nextInt(mostPlaces);
            List<Place> list = IntStream.range(0, places)
                    .mapToObj(number -> SmallMarket.place(number, 1 + random.nextInt(3), List.of()))
                    .toList();
            List<Integer> numbers = shuffled(random, places);
            List<Limit> limits = new ArrayList<>();
            addLimits(random, numbers.subList(0, 1 + random.nextInt(places)), 3, limits);
            Collections.shuffle(limits, random);
            return new SmallMarket(0, list, limits, people(random, mostPeople, places, 0));
        });
    }

    private static void addLimits(Random random, List<Integer> places, int deep, List<Limit> limits) {
        limits.add(new Limit(1 + random.nextInt(1 + places.size()), new HashSet<>(places)));
        if (deep > 1 && places.size() > 1) {
            int middle = 1 + random.nextInt(places.size() - 1);
            addLimits(random, places.subList(0, middle), deep - 1, limits);
            if (random.nextBoolean()) {
                addLimits(random, places.subList(middle, places.size()), deep - 1, limits);
            }
        }
    }

    private static List<Person> people(Random random, int most, int places, int categories) {
        int count = 1 + random.nextInt(most);
        List<Integer> lottery = shuffled(random, count);
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<Integer> ranking = shuffled(random, places);
            people.add(new Person(
                    lottery.get(number),
                    random.nextInt(1 << categories),
                    List.copyOf(ranking.subList(0, random.nextInt(places + 1))),
                    random.ints(places, 0, 4)
                            .map(score -> score * 2_500)
                            .boxed()
                            .toList()));
        }
        return people;
    }

    static List<Integer> shuffled(Random random, int count) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers;
    }
}
