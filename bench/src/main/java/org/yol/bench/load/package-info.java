/**
 * The load itself: Gatling, in a process of its own, plays a {@link org.yol.bench.load.Plan} and leaves its
 * {@link org.yol.bench.load.Figures} and a report with pictures.
 */
package org.yol.bench.load;
