/**
 * A service as small as one can be, for the tests of the platform: notes are written over HTTP, told through the outbox
 * and heard again.
 */
package org.yol.platform.note;
