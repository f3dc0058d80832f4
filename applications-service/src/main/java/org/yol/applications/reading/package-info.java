/** What each reader sees: one type a reader, put together from the documents that reader may see. */
package org.yol.applications.reading;
