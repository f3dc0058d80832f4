package org.yol.localrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The form that the state folder is kept in, named by its file {@code form}. It gets the next number when an older Yol
 * could not read what this one keeps. Every form from {@link #FIRST} on is opened for ever.
 */
record StateForm(int number) {

    static final StateForm TODAY = new StateForm(3);

    /**
     * Its store is one file. The form before it had no number, and ids that say nothing about where a person's data
     * lives.
     */
    private static final int FIRST = 2;

    /**
     * Lets this form be kept in the folder, when the folder is new or of an older form.
     *
     * @throws IllegalStateException when what is in the folder can't be read; says what to do
     */
    void keepIn(Path folder) throws IOException {
        Path file = folder.resolve("form");
        if (Files.exists(file)) {
            requireKnown(Files.readString(file).strip(), folder);
        } else if (Files.exists(folder.resolve("store").resolve("store.mv"))) {
            throw new IllegalStateException("The state in " + folder
                    + " was written by an earlier Yol and its data can't be kept: ./run --fresh forgets it, or set"
                    + " YOL_HOME to another folder.");
        }
        Path incomplete = folder.resolve("form.part");
        Files.writeString(incomplete, number + "\n");
        Files.move(incomplete, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireKnown(String kept, Path folder) {
        boolean known = kept.matches("\\d{1,6}") && Integer.parseInt(kept) >= FIRST && Integer.parseInt(kept) <= number;
        if (!known) {
            throw new IllegalStateException("The state in " + folder + " is of form '" + kept
                    + "', which this Yol does not know: start the newer Yol that wrote it, or ./run --fresh forgets it,"
                    + " or set YOL_HOME to another folder.");
        }
    }
}
