package org.yol.programs.programme;

/**
 * A programme or one of its calls has been written. Published inside the service, after the write and before the
 * request is answered; heard by what is worked out from both.
 *
 * @param programmeId of the programme
 */
public record ProgrammeChanged(String programmeId) {}
