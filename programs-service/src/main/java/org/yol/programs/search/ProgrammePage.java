package org.yol.programs.search;

import java.util.List;
import java.util.Map;

/**
 * Part of a list of programmes.
 *
 * @param next the cursor to ask for what follows, null at the end
 * @param total how many there are on all pages
 * @param facets by facet, how many programmes each value would leave, the most frequent first
 */
record ProgrammePage(List<ProgrammeWithCalls> items, String next, int total, Map<String, List<FacetCount>> facets) {}
