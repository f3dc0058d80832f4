package org.yol.notifications.message;

import java.util.List;

/**
 * Part of somebody's inbox.
 *
 * @param items newest first
 * @param next the cursor to ask for what follows, null at the end
 * @param unread how many messages in the whole inbox are unread
 */
record Inbox(List<InboxItem> items, String next, long unread) {}
