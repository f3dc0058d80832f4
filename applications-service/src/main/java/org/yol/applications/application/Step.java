package org.yol.applications.application;

import java.time.Instant;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Role;

/**
 * One step in the life of an application, as everybody who sees the application may know it.
 *
 * @param state that it came to; where an authority does not nominate it, the one it stays in
 * @param by in which role somebody did it; null for what the clock did
 * @param reason null where none was given
 */
public record Step(ApplicationState state, Instant at, Role by, String reason) {}
