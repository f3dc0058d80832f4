package org.yol.notifications.message;

import java.time.Instant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.notifications.recipient.Recipient;

/** Puts a message into words, in its reader's language and with times in their zone. */
@Component
public class MessageWords {

    private final MessageSource texts;

    MessageWords(MessageSource texts) {
        this.texts = texts;
    }

    /** The words for a reader. */
    public Words of(Message message, Recipient reader) {
        Particulars particulars = message.particulars();
        Instant when = particulars.when();
        Object[] values = {
            particulars.title(reader.language().toString()),
            particulars.place(),
            particulars.receiptId(),
            LocalTimes.show(when, reader.language().locale(), reader.country())
        };
        String key = "message." + message.template();
        return new Words(
                texts.getMessage(key + ".title", values, reader.language().locale()),
                texts.getMessage(key + ".text", values, reader.language().locale()));
    }
}
