package org.yol.programs.search;

import java.util.List;

/**
 * Part of the list of one's own programmes.
 *
 * @param next the cursor to ask for what follows, null at the end
 * @param total how many there are on all pages
 */
record OwnPage(List<OwnProgramme> items, String next, int total) {}
