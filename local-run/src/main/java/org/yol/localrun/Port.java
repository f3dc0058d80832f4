package org.yol.localrun;

/**
 * A TCP port on the loopback address.
 *
 * @param number 1 to 65535
 * @param variable the environment variable that changes it
 */
public record Port(int number, String variable) {}
