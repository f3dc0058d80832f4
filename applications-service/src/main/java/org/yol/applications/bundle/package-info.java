/** An application as one PDF to read on paper: cover sheet, form, and every document. */
package org.yol.applications.bundle;
