package org.yol.applications.application;

import java.time.Instant;

/**
 * What the student was told of the decision.
 *
 * @param placeId the offered place; null for other outcomes
 * @param reason as the coordinator gave it
 */
public record Announcement(Outcome outcome, String placeId, String reason, Instant at) {}
