/** The clock, which tests replace, and how moments are written for people. */
package org.yol.platform.time;
