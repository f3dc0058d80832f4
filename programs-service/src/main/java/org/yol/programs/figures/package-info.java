/** Public figures: how many people applied, were selected and went, by country, year, sector, kind and provider. */
package org.yol.programs.figures;
