package org.yol.applications.decision;

/**
 * Something has become of the decision on an application. Told within the process, by a step that is made again until
 * it is through.
 */
public record Decided(String applicationId) {}
