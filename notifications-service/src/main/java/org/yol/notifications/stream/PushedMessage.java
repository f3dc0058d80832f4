package org.yol.notifications.stream;

import java.time.Instant;

/**
 * The data of one server-sent event.
 *
 * @param link path of the page where one can do something about it
 * @param at when it happened
 */
record PushedMessage(String id, String title, String text, String link, Instant at) {}
