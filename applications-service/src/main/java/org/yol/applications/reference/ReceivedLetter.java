package org.yol.applications.reference;

import org.yol.applications.application.AttachedDocument;

/**
 * A reference that was received, for those who judge the application.
 *
 * @param file null without one
 */
public record ReceivedLetter(Referee referee, LetterAnswers answers, AttachedDocument file) {}
