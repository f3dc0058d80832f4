package org.yol.applications.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/**
 * What opens an entry of the public log: nobody without it knows whose the entry is.
 *
 * @param receipt id of the receipt; null for a decision
 * @param opening its canonical JSON (RFC 8785) is what the digest in the entry is of; with the salt
 * @param entry what the log says: canonical JSON (RFC 8785)
 * @param index number of the entry, from 0; null while it is not in the log
 * @param proof that it is there (C2SP tlog-proof); null likewise
 */
record Opening(
        Kind kind, String receipt, Instant at, Map<String, String> opening, String entry, Long index, String proof) {

    /** What an entry is of. */
    enum Kind {
        /** What was handed in. */
        @JsonProperty("submission")
        SUBMISSION("submission"),
        /** What the student was told last of the decision. */
        @JsonProperty("decision")
        DECISION("decision");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As entries say it. */
        @Override
        public String toString() {
            return word;
        }
    }
}
