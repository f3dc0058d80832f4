package org.yol.applications.review;

/**
 * The scores of an application were reckoned. Told within the process, by a step that is made again until it is
 * through.
 */
public record Scored(String applicationId) {}
