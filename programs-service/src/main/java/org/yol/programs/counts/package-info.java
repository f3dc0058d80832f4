/**
 * How many applications each call has from each country, counted from the events of the applications-service, and what
 * of that everybody may know.
 */
package org.yol.programs.counts;
