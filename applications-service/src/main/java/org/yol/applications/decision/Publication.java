package org.yol.applications.decision;

import java.time.Instant;

/**
 * That a choice was announced to the student.
 *
 * @param answerBy until when the offer stands; null without one
 */
public record Publication(Instant at, Instant answerBy) {}
