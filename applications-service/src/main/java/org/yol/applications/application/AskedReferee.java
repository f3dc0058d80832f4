package org.yol.applications.application;

import java.time.Instant;

/**
 * Who was asked for a reference, as it is handed in with an application. What they write comes on its own, and is never
 * part of it.
 *
 * @param relation what they are to the student, in the student's words
 */
public record AskedReferee(String name, String institution, String email, String relation, Instant askedAt) {}
