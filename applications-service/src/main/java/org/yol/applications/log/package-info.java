/**
 * The public log: what is announced to everybody and what was handed in when, numbered, never rewritten, and published
 * in the formats of C2SP so that nobody has to believe who runs it.
 */
package org.yol.applications.log;
