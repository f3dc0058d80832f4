/** Deadlines for people's own calendars (RFC 5545). */
package org.yol.programs.calendar;
