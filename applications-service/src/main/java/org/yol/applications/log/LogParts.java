package org.yol.applications.log;

import org.springframework.stereotype.Component;
import org.yol.applications.commitment.LogOrigin;

/** What the log consists of. */
@Component
class LogParts {

    private final String origin;
    private final LogKeys keys;
    private final LogEntries entries;
    private final LogTiles tiles;
    private final WaitingEntries waiting;
    private final LogDays days;

    LogParts(LogOrigin origin, LogKeys keys, LogEntries entries, LogTiles tiles, WaitingEntries waiting, LogDays days) {
        this.origin = origin.origin();
        this.keys = keys;
        this.entries = entries;
        this.tiles = tiles;
        this.waiting = waiting;
        this.days = days;
    }

    /** Its name. */
    String origin() {
        return origin;
    }

    LogKeys keys() {
        return keys;
    }

    LogEntries entries() {
        return entries;
    }

    LogTiles tiles() {
        return tiles;
    }

    WaitingEntries waiting() {
        return waiting;
    }

    LogDays days() {
        return days;
    }
}
