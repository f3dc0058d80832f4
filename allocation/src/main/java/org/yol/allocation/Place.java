package org.yol.allocation;

import java.util.List;

/**
 * What applicants rank.
 *
 * @param name unlike that of any other place of the market
 * @param seats in all, 1 or more
 * @param reserves how many of the seats are reserved for each category, in the order in which categories are filled;
 *     shorter where the last categories have none, empty where no seat is reserved
 */
public record Place(String name, int seats, List<Integer> reserves) {

    /** @throws IllegalArgumentException for less than one seat, a negative reserve, or more reserved than there is */
    public Place {
        if (seats <= 0) {
            throw new IllegalArgumentException("Place %s has %d seats. Give 1 or more.".formatted(name, seats));
        }
        reserves = List.copyOf(reserves);
        long reserved = 0;
        for (int reserve : reserves) {
            if (reserve < 0) {
                throw new IllegalArgumentException(
                        "Place %s reserves %d seats. Give 0 or more.".formatted(name, reserve));
            }
            reserved += reserve;
        }
        if (reserved > seats) {
            throw new IllegalArgumentException(
                    "Place %s reserves %d seats and has %d.".formatted(name, reserved, seats));
        }
    }

    int reserve(int category) {
        return category < reserves.size() ? reserves.get(category) : 0;
    }

    int reserved() {
        return reserves.stream().mapToInt(Integer::intValue).sum();
    }
}
