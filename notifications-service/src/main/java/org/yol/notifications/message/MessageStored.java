package org.yol.notifications.message;

/**
 * A message has just been written by this process: its mail may go at once. Told within the process only.
 *
 * @param forMany whether others are told the same at once
 */
public record MessageStored(String messageId, boolean forMany) {}
