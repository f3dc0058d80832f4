/** Programmes and their calls: written as drafts, published, found by everybody. */
package org.yol.programs.programme;
