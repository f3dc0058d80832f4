/** Receipts to take along: signed, as JSON and as a page to print. */
package org.yol.applications.receipt;
