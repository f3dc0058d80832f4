/**
 * Whether the public log says what a published selection rests on, in the order in which it has to have happened. The
 * log is read whole, so that nothing is left to it to choose what it shows.
 */
package org.yol.allocation.proof.log;
