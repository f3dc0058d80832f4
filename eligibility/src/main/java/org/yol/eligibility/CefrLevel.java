package org.yol.eligibility;

import java.util.Optional;

/** The levels of the Common European Framework of Reference for Languages, the lowest first. */
enum CefrLevel {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2;

    static Optional<CefrLevel> of(String name) {
        for (CefrLevel level : values()) {
            if (level.name().equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
