package org.yol.notifications.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A message in its reader's inbox.
 *
 * @param link path of the page where one can do something about it
 * @param at when it happened
 * @param mailFailed that it should have come by e-mail as well, and could not; left out where it is not so
 */
record InboxItem(
        String id,
        String title,
        String text,
        String link,
        Instant at,
        boolean read,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mailFailed) {}
