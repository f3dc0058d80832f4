/**
 * What an authority runs on a machine of its own: reads the public log of a Yol as everybody can, checks that it only
 * grew, and countersigns. Trusts nothing of the platform but the log's key, and remembers what it has signed.
 */
package org.yol.witness;
