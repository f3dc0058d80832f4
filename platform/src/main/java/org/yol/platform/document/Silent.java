package org.yol.platform.document;

/**
 * An aggregate that tells no events. Nothing looks for what its documents may still have to tell, and a change of
 * theirs that brings an event fails.
 */
public interface Silent extends Aggregate {}
