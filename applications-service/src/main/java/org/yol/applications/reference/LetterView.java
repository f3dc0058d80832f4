package org.yol.applications.reference;

import org.yol.applications.application.AttachedDocument;

/**
 * What a referee has written.
 *
 * @param version for the next change of a draft
 * @param file null without
 */
record LetterView(long version, LetterAnswers answers, AttachedDocument file) {

    static LetterView of(Letter letter) {
        return letter == null ? null : new LetterView(letter.version(), letter.answers(), letter.file());
    }

    /** The same for those who are not to know of whom it is, as the name of a file may say. */
    LetterView unnamed() {
        return file == null ? this : new LetterView(version, answers, file.unnamed());
    }
}
