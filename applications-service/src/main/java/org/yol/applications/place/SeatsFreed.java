package org.yol.applications.place;

/** A seat of a call may be free again. Told within the process, by a step that is made again until it is through. */
public record SeatsFreed(String callId) {}
