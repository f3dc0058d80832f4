/** Refusals: why something is not done, as problem details (RFC 9457) in the reader's language. */
package org.yol.platform.problem;
