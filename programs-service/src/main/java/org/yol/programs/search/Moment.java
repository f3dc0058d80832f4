package org.yol.programs.search;

import java.time.Instant;

/**
 * When a list is asked for, and for whose deadlines.
 *
 * @param now by the clock of the service
 * @param country whose citizen the reader is, ISO 3166-1 alpha-2; null where it is not known
 */
record Moment(Instant now, String country) {}
