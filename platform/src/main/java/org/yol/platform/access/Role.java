package org.yol.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is to Yol, from the token's {@code roles} claim. */
public enum Role {
    STUDENT,
    REVIEWER,
    COORDINATOR,
    AUTHORITY,
    AUDITOR;

    /** The role of that name; empty for roles that are no concern of Yol's. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(name))
                .findFirst();
    }

    /** The word used in tokens and timelines. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
