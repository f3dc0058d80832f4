package org.yol.applications.call;

/**
 * A call is told of, maybe not for the first time. Told within the process only, once the copy is kept: at every start
 * all calls are heard of anew.
 */
public record CallHeard(String callId) {}
