package org.yol.platform.due;

import java.time.Instant;

/**
 * The right to do a piece of work, until the lease ends.
 *
 * @param id of the document
 * @param holder a name nobody else uses, nor this process a second time
 * @param until when it is anybody's again
 */
public record Claim(String id, String holder, Instant until) {}
