package org.yol.applications.person;

import java.io.IOException;

/**
 * What a feature holds about people. Each that holds any is one of these, as a bean; those of smaller {@code Order}
 * write and erase first, and the applications come last, by which the others find what is theirs.
 */
public interface PersonalData {

    /**
     * Puts what is held of a person into an archive. Nothing, where it is not for that person to know.
     *
     * @throws IOException when the reader has left
     */
    default void write(Person person, Archive archive) throws IOException {}

    /** Takes a person out of whatever goes on with them, before anything is erased. May come again. */
    default void leave(Person person) {}

    /** Erases what is held of a person; what a decision needs stays without them. May come again, whatever is left. */
    void erase(Person person);
}
