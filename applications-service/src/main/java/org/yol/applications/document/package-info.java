/** Uploaded files: what they are is read from their bytes, and where they are kept from their digest. */
package org.yol.applications.document;
