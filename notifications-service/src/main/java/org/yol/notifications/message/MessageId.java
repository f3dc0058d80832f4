package org.yol.notifications.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id of a message, computed from what it is about: however often an event comes, by whichever replica it is
 * handled, it leads to the same document. The event's own id would not do: a producer that lapsed may have given the
 * same happening a second one, while the number within the aggregate stays.
 */
final class MessageId {

    private static final int BYTES = 16;

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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
