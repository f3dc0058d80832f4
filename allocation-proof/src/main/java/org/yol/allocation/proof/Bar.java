package org.yol.allocation.proof;

/**
 * What an applicant would have had to beat.
 *
 * @param what such as "open seats" or the name of a cap
 * @param last {@link Market#key} of the last who was taken; {@link Outcome#NONE} where there was nobody to take, for
 *     want of seats
 */
record Bar(String what, long last) {}
