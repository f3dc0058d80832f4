/** Writing PDF: text in every script that people here write, on pages of A4. */
package org.yol.applications.pdf;
