/** How many applications each call has, counted from the events of the applications-service. */
package org.yol.programs.counts;
