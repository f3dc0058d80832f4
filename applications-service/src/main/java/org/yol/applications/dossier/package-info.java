/** The dossier: what a student says of themselves once, and uses in every application. */
package org.yol.applications.dossier;
