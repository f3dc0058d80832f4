package org.yol.contracts;

import java.time.Instant;

/** What happened to the selection of a call. Key: call id. Who got what is told to each by an event of their own. */
public sealed interface SelectionEvent extends Event {

    /** The call whose places are given out. */
    String callId();

    /** Which run of it. */
    String selectionId();

    /**
     * What it is worked out from stands, before anybody is told what came out.
     *
     * @param input SHA-256 of the input's bytes, lower-case hex
     */
    record Fixed(String callId, String selectionId, String input, Instant at) implements SelectionEvent {}

    /**
     * It is public: everybody can read and check it.
     *
     * @param input SHA-256 of the input's bytes, lower-case hex
     * @param result SHA-256 of the result's bytes, lower-case hex
     */
    record Published(String callId, String selectionId, String input, String result, Instant at)
            implements SelectionEvent {}
}
