/**
 * A log that nobody can rewrite, its operator included: a Merkle tree of entries (RFC 9162), served as tiles, with
 * checkpoints that the log signs and witnesses countersign. All forms are the ones C2SP publishes (c2sp.org), so that
 * other people's tools read them. Pure Java, so that the log, its witnesses and whoever checks it cannot come to
 * different answers.
 */
package org.yol.transparency;
