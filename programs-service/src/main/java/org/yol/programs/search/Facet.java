package org.yol.programs.search;

import java.util.Locale;

/** What programmes are narrowed by and counted by. The words are those of the parameters. */
enum Facet {
    KIND,
    /** Of origin or destination. */
    COUNTRY,
    LEVEL,
    /** ISCED-F 2013: two digits for a broad field, four for a detailed one. */
    FIELD,
    SECTOR,
    /** Of teaching. */
    LANGUAGE,
    FUNDING,
    /** A matter of the clock. */
    PHASE;

    /** The word in addresses and answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
