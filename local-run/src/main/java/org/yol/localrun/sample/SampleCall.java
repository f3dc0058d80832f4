package org.yol.localrun.sample;

/**
 * A published sample call.
 *
 * @param coordinator the API as a coordinator of its provider uses it
 */
record SampleCall(String id, PublicApi coordinator) {}
