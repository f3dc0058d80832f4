/** Whoever has begun to apply to a call is told when it changes: whom that concerns, some at a time. */
package org.yol.applications.telling;
