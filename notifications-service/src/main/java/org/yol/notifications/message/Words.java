package org.yol.notifications.message;

/** A message as its reader reads it. */
public record Words(String title, String text) {}
