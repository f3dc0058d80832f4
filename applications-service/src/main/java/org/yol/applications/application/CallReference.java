package org.yol.applications.application;

import java.util.Map;

/**
 * The call an application is to.
 *
 * @param provider the organization whose coordinators decide
 * @param title the programme's, by language tag
 */
public record CallReference(String id, String programmeId, String provider, Map<String, String> title) {}
