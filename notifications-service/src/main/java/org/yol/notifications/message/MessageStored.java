package org.yol.notifications.message;

/** A message has just been written by this process: its mail may go at once. Told within the process only. */
public record MessageStored(String messageId) {}
