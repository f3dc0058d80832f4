package org.yol.programs.host;

import java.time.Instant;

/**
 * Somebody wrote a host.
 *
 * @param by their account
 * @param organization they belonged to; null without one
 * @param wording what it said from then on
 */
public record Revision(Instant at, String by, String organization, HostWording wording) {}
