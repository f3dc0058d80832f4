package org.yol.applications.application;

/**
 * Who does something to an application.
 *
 * @param id the account
 * @param role in which role, as shown in the timeline
 */
public record Actor(String id, String role) {}
