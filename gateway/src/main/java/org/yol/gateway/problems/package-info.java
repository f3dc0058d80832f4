/** Errors as problem details (RFC 9457), in the language of the request. */
package org.yol.gateway.problems;
