package org.yol.contracts;

/**
 * An event of a type this release does not know. Consumers pass over it: a newer producer may already be telling more.
 *
 * @param type the CloudEvents type as received
 */
public record UnknownEvent(String type) implements Event {}
