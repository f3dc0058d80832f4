/** Measures the platform from the outside, as its users meet it: one scenario a command, one line a figure. */
package org.yol.bench;
