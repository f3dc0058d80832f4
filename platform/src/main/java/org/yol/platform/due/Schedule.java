package org.yol.platform.due;

import java.time.Instant;

/**
 * That work is to be done with a document, or no longer: written with the state that asks for it.
 *
 * @param work name of the work, as in its {@link WorkPlan}
 * @param at the first instant at which it may be done; null when nothing is left to do
 */
public record Schedule(String work, Instant at) {}
