/** The MongoDB-compatible store that stands in for one: under {@code ./run} on a file, under the tests in memory. */
package org.yol.store;
