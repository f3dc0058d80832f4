package org.yol.applications.log;

import java.util.function.Consumer;

/** Documents for which there are entries in the log: whoever has the store can see whether each one is there. */
public interface EnteredDocuments {

    /** Names each document and the entry that there is of it. */
    void each(Consumer<Entered> found);

    /**
     * That a document has an entry.
     *
     * @param document what people call it, for the operator
     * @param source of the entry
     */
    record Entered(String document, String source) {

        /** That of what was handed in. */
        public static Entered submission(String document, String commitment) {
            return new Entered(document, Statement.SUBMISSION + "/" + commitment);
        }

        /** That of a decision that was announced. */
        public static Entered decision(String document, String commitment) {
            return new Entered(document, Statement.DECISION + "/" + commitment);
        }

        /** That of what came out of a selection. */
        public static Entered selection(String document, String id) {
            return new Entered(document, Statement.SELECTION_RESULT + "/" + id);
        }

        /** That of a certificate. */
        public static Entered certificate(String document, String digest) {
            return new Entered(document, Statement.CERTIFICATE_ISSUED + "/" + digest);
        }

        /** That of the end of a certificate. */
        public static Entered revocation(String document, String digest) {
            return new Entered(document, Statement.CERTIFICATE_REVOKED + "/" + digest);
        }
    }
}
