/** Whom the authority of a country nominates for a call that considers nobody else, and whom it does not. */
package org.yol.applications.nomination;
