package org.yol.applications.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The country a person's data lives in: that of their citizenship, because laws want it stored there (domain.md, Law to
 * design for). It leads the id of every document about the person, as in {@code kz-1f0c…}.
 */
public enum Residence {
    KZ,
    KG,
    TJ,
    TM,
    UZ,
    JP,
    /** Any other country, and none. */
    ZZ;

    /** @param country ISO 3166-1 alpha-2 of the citizenship; null when the account states none */
    public static Residence of(String country) {
        return Arrays.stream(values())
                .filter(residence -> residence.name().equalsIgnoreCase(country))
                .findFirst()
                .orElse(ZZ);
    }

    /** Where the data of a document lives; empty for what is no id about a person. */
    public static Optional<Residence> ofId(String id) {
        return Arrays.stream(values())
                .filter(residence -> id.startsWith(residence + "-"))
                .findFirst();
    }

    /** An id of something about a person who lives here. */
    public String id(String rest) {
        return this + "-" + rest;
    }

    /** What such an id says beside the country. */
    public static String restOf(String id) {
        return id.substring(id.indexOf('-') + 1);
    }

    /** The beginning of ids: two letters in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
