/**
 * Places that are taken up and done to their end, and the certificates of both: Open Badges 3.0, signed, which can be
 * revoked and which anybody verifies.
 */
package org.yol.applications.award;
