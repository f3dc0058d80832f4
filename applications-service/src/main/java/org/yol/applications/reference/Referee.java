package org.yol.applications.reference;

import java.util.Locale;
import org.yol.contracts.Language;

/**
 * Who is asked for a reference.
 *
 * @param institution where they work
 * @param email where they are written to
 * @param language of what they are written
 * @param relation what they are to the student, in the student's words
 */
public record Referee(String name, String institution, String email, Language language, String relation) {

    /** An address as it is compared: capital letters make no other mailbox in practice. */
    static String compared(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The part of the address behind the last at sign, in lower case. */
    String domain() {
        return compared(email).substring(email.strip().lastIndexOf('@') + 1);
    }
}
