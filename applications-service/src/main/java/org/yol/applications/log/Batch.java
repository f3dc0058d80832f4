package org.yol.applications.log;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.FullTile;
import org.yol.transparency.SignedNote;

/**
 * Entries that are signed together.
 *
 * @param fresh those that get their numbers now; the rest got theirs from a process that died before it had signed them
 * @param first the number of the first entry that is signed now
 * @param full tiles that become full
 * @param sources that need not wait any more
 */
record Batch(
        List<LogEntry> fresh,
        long first,
        List<FullTile> full,
        Checkpoint checkpoint,
        SignedNote signed,
        List<String> sources) {

    /** How many are signed. */
    long number() {
        return checkpoint.size() - first;
    }

    /**
     * Writes it, step by step. A process may die behind each: an entry has its number as soon as that is written, for
     * ever, and so whoever goes on signs the same history, whatever of it is signed already.
     *
     * @return whether all steps were made; not when somebody else makes them
     */
    static boolean write(List<BooleanSupplier> steps) {
        return steps.stream().allMatch(BooleanSupplier::getAsBoolean);
    }
}
