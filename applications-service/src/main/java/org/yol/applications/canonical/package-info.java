/** Texts of which digests are made. */
package org.yol.applications.canonical;
