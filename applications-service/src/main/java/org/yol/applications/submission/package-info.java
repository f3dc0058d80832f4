/** What was handed in: the exact bytes, immutable, named by their digest. */
package org.yol.applications.submission;
