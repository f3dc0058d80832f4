package org.yol.applications.decision;

import java.time.Instant;
import org.yol.applications.application.Outcome;

/**
 * What a coordinator has chosen for an application.
 *
 * @param placeId the place the student is selected for; null for other outcomes
 * @param reason the student reads it once it is announced
 * @param by account of the coordinator
 */
public record Choice(Outcome outcome, String placeId, String reason, String by, Instant at) {}
