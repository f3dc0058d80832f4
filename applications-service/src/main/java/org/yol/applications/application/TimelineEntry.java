package org.yol.applications.application;

import java.time.Instant;
import org.yol.contracts.ApplicationState;

/**
 * One step in the life of an application: who, when, why.
 *
 * @param by the role of who did it
 * @param actor their account
 * @param reason null where none was given
 * @param internal not for the student's eyes, or not yet
 */
public record TimelineEntry(
        ApplicationState state, Instant at, String by, String actor, String reason, boolean internal) {}
