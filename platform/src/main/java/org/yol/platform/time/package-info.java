/** The clock, which tests replace. */
package org.yol.platform.time;
