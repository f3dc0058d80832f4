package org.yol.contracts;

/**
 * A message lies in somebody's inbox. Every replica of the notifications-service hears it and tells the browsers that
 * are connected to it. Key: message id.
 */
public record MessageCreated(String messageId, String recipientId) implements Event {}
