package org.yol.contracts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** The countries Yol serves, by ISO 3166-1 alpha-2, with the one zone their calls are written in. */
public enum Country {
    KZ("Asia/Almaty"),
    KG("Asia/Bishkek"),
    TJ("Asia/Dushanbe"),
    TM("Asia/Ashgabat"),
    UZ("Asia/Tashkent"),
    JP("Asia/Tokyo");

    private final ZoneId zone;

    Country(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** The zone of the capital. */
    public ZoneId zone() {
        return zone;
    }

    /** What people of that language call the country, in words agreed with its partners. */
    public String nameIn(Language language) {
        return Names.in(language).text("country." + name());
    }

    /** The zone by the name of its city, which says more to a reader than an offset. */
    public String zoneNameIn(Language language) {
        return Names.in(language).text("zone." + zone.getId());
    }

    /** The clock people look at, such as {@code Tokyo time}. */
    public String clockIn(Language language) {
        return Names.in(language).text("clock").replace("{zone}", zoneNameIn(language));
    }

    /** @param code ISO 3166-1 alpha-2; empty for null and for countries Yol does not serve */
    public static Optional<Country> find(String code) {
        return Arrays.stream(values())
                .filter(country -> country.name().equals(code))
                .findFirst();
    }

    /** The country whose zone this is; empty for any other zone. */
    public static Optional<Country> ofZone(ZoneId zone) {
        return Arrays.stream(values())
                .filter(country -> country.zone.equals(zone))
                .findFirst();
    }
}
