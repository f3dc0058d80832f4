package org.yol.programs.search;

import java.util.List;
import java.util.Map;

/**
 * What an index answers.
 *
 * @param ids of the programmes on the page, in their order
 * @param next the cursor of what follows, null at the end
 * @param total of all pages
 * @param facets by the word of the facet
 */
record Found(List<String> ids, String next, int total, Map<String, List<FacetCount>> facets) {}
