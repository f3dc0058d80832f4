/** Uploaded files: streamed, what they are read from their bytes, kept for their student under their digest. */
package org.yol.applications.file;
