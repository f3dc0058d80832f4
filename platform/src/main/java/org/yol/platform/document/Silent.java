package org.yol.platform.document;

/**
 * An aggregate that tells no events and records no acts. Nothing looks for what its documents may still have to tell,
 * and a change of theirs that brings one fails.
 */
public interface Silent extends Aggregate {}
