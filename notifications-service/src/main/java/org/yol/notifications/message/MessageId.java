package org.yol.notifications.message;

import org.yol.platform.digest.Sha256;

/**
 * The id of a message, computed from what it is about: however often an event comes, by whichever replica it is
 * handled, it leads to the same document. The event's own id would not do: a producer that lapsed may have given the
 * same happening a second one, while the number within the aggregate stays.
 */
final class MessageId {

    private static final int HEX_DIGITS = 32;

    private MessageId() {}

    /**
     * The first 128 bits of a SHA-256, in hexadecimal.
     *
     * @param aggregateId the document that told
     * @param seq the event's number within it
     */
    static String of(String aggregateId, long seq, String recipientId, Template template) {
        // No part but the last can hold a line break, so that no two combinations read the same.
        String text = String.join("\n", aggregateId, Long.toString(seq), template.toString(), recipientId);
        return Sha256.hex(text).substring(0, HEX_DIGITS);
    }
}
