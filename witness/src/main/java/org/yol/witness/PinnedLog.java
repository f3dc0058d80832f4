package org.yol.witness;

import java.util.ArrayList;
import java.util.List;
import org.yol.transparency.Algorithm;
import org.yol.transparency.VerifierKey;

/**
 * The log that is watched.
 *
 * @param origin what all its checkpoints begin with
 * @param keys that are believed, in the order in which they were learned
 */
record PinnedLog(String origin, List<VerifierKey> keys) {

    PinnedLog {
        keys = List.copyOf(keys);
        for (VerifierKey key : keys) {
            if (key.algorithm() != Algorithm.ED25519 || !key.name().equals(origin)) {
                throw new IllegalArgumentException(key + " is no key that signs the log " + origin);
            }
        }
    }

    static PinnedLog of(VerifierKey first) {
        return new PinnedLog(first.name(), List.of(first));
    }

    PinnedLog with(List<VerifierKey> more) {
        List<VerifierKey> all = new ArrayList<>(keys);
        all.addAll(more);
        return new PinnedLog(origin, all);
    }
}
