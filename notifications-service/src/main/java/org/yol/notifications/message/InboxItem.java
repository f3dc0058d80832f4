package org.yol.notifications.message;

import java.time.Instant;

/**
 * A message in its reader's inbox.
 *
 * @param link path of the page where one can do something about it
 * @param at when it happened
 */
record InboxItem(String id, String title, String text, String link, Instant at, boolean read) {}
