package org.yol.applications.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.yol.applications.roster.RosterCounts.CallCounts;

/**
 * What a list of the applications to a call can be narrowed to, with numbers, which may be some seconds old.
 *
 * @param found how many the list asked for has
 * @param call how many there are of each kind in all
 */
record ListingCounts(long found, @JsonUnwrapped CallCounts call) {}
