package org.yol.applications.application;

import java.util.Map;
import org.yol.contracts.IntakeMode;

/**
 * The call an application is to.
 *
 * @param provider the organization whose coordinators decide
 * @param title the programme's, by language tag
 * @param intake who may enter; null where an older release kept none, whose applications need no nomination
 */
public record CallReference(
        String id, String programmeId, String provider, Map<String, String> title, IntakeMode intake) {}
