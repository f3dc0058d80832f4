package org.yol.applications.decision;

/**
 * What a decision is about.
 *
 * @param submission receipt of what was handed in
 * @param version of the application when it was decided: what happened to it before does not end the decision
 */
public record Basis(String submission, long version) {}
