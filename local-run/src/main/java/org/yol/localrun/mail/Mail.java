package org.yol.localrun.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One received mail.
 *
 * @param id of the file in the archive; later mails have greater ids
 * @param readable false when only the file tells what it says, and nothing else is known but when it was received
 * @param to the recipients' addresses
 * @param at when it was received
 * @param text its plain text part
 * @param messageId the Message-ID header
 */
public record Mail(
        String id,
        boolean readable,
        @Nullable String from,
        List<String> to,
        @Nullable String subject,
        Instant at,
        String text,
        @Nullable String messageId) {

    static Mail unreadable(String id, Instant at) {
        return new Mail(id, false, null, List.of(), null, at, "", null);
    }
}
