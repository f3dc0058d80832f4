/**
 * Everything that is public as files: programmes, calls and figures, as CSV and JSON, with a description of columns.
 */
package org.yol.programs.opendata;
