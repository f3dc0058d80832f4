package org.yol.transparency;

import java.util.Optional;

/** What a witness cosigned last of each log. Outlives the process: a witness that forgets vouches for nothing. */
public interface WitnessMemory {

    /** The checkpoint with the log's signatures that was cosigned last; nothing when none was. */
    Optional<SignedNote> last(String origin);

    /**
     * Remembers a checkpoint, if the last one is still what the witness checked it against.
     *
     * @param expected what {@link #last} said
     * @return whether it was; when true, the new one is kept even if the machine stops at once
     * @throws RuntimeException when it cannot be kept: nothing is signed then
     */
    boolean compareAndSet(String origin, Optional<SignedNote> expected, SignedNote next);
}
