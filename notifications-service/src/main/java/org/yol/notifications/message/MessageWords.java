package org.yol.notifications.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.contracts.Deadline;
import org.yol.notifications.call.Call;
import org.yol.notifications.call.Calls;
import org.yol.notifications.recipient.Recipient;

/**
 * Puts a message into words, in its reader's language and with times in their zone. Of the call that it is about it
 * says what holds when it is read: a deadline may have moved since, and for the citizens of one country only.
 */
@Component
public class MessageWords {

    private final MessageSource texts;
    private final Calls calls;
    private final Clock clock;

    MessageWords(MessageSource texts, Calls calls, Clock clock) {
        this.texts = texts;
        this.calls = calls;
        this.clock = clock;
    }

    /** The words for a reader. */
    public Words of(Message message, Recipient reader) {
        return of(List.of(message), reader).getFirst();
    }

    /** The words of several messages, in their order. */
    List<Words> of(List<Message> messages, Recipient reader) {
        Map<String, Call> known = calls.recent(messages.stream()
                .map(message -> message.particulars().callId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return messages.stream()
                .map(message -> words(message, known.get(message.particulars().callId()), reader))
                .toList();
    }

    /** Whether a call can still be applied to, in the words of the message files. */
    private String standing(Deadline deadline) {
        if (deadline == null) {
            return "unknown";
        }
        return deadline.hasPassed(clock.instant()) ? "over" : "open";
    }

    private Words words(Message message, Call call, Recipient reader) {
        Particulars particulars = message.particulars();
        String language = reader.language().toString();
        Deadline deadline = call == null ? null : call.deadline(reader.country());
        Object[] values = {
            call == null ? particulars.title(language) : Particulars.in(language, call.title()),
            particulars.place(),
            particulars.receiptId(),
            LocalTimes.show(particulars.when(), reader.language().locale(), reader.country()),
            standing(deadline),
            deadline == null
                    ? null
                    : LocalTimes.show(deadline.stated(), reader.language().locale(), reader.country())
        };
        String key = "message." + message.template();
        return new Words(
                texts.getMessage(key + ".title", values, reader.language().locale()),
                texts.getMessage(key + ".text", values, reader.language().locale()));
    }
}
