/** Files for spreadsheets, written row by row. */
package org.yol.applications.table;
