/** Digests. */
package org.yol.platform.digest;
