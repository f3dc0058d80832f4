package org.yol.platform.operate;

import java.util.function.Consumer;

/** Checks that nobody has rewritten a record that is only ever added to. A bean for each record that can be checked. */
public interface Verification {

    /** The record's name, as operators type it. */
    String name();

    /**
     * Reads all of the record.
     *
     * @param progress hears now and then how far it is
     * @return what was found, for the operator to read
     * @throws IllegalStateException when it was rewritten; the message says where
     */
    String verify(Consumer<String> progress);
}
