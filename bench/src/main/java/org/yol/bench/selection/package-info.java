/** The selection's engine and the markets it is measured with. */
package org.yol.bench.selection;
