package org.yol.localrun.identity;

import java.time.Duration;

/** What a link in a mail allows, and for how long. */
enum AccountLink {
    /** Saying that an address is one's own. */
    CONFIRM_EMAIL("/email/confirm", Duration.ofDays(7)),
    /** Choosing a new password, once. */
    NEW_PASSWORD("/password/new", Duration.ofHours(1));

    private final String path;
    private final Duration lifetime;

    AccountLink(String path, Duration lifetime) {
        this.path = path;
        this.lifetime = lifetime;
    }

    /** The page it leads to. */
    String path() {
        return path;
    }

    Duration lifetime() {
        return lifetime;
    }
}
