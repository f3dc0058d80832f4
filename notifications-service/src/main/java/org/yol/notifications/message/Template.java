package org.yol.notifications.message;

import java.util.Locale;

/** What a message tells. Its words stand in the message files as {@code message.<template>.title} and {@code .text}. */
public enum Template {
    SUBMITTED,
    WITHDRAWN,
    OFFERED,
    RESERVE,
    NOT_SELECTED,
    ACCEPTED,
    DECLINED,
    EXPIRED;

    /** The word used in message files: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
