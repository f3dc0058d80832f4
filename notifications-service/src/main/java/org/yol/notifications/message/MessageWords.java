package org.yol.notifications.message;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.contracts.Deadline;
import org.yol.notifications.call.Call;
import org.yol.notifications.call.Calls;
import org.yol.notifications.recipient.Recipient;
import org.yol.platform.time.WrittenTime;

/**
 * Puts a message into words, in its reader's language and with times in their zone. Of the call that it is about it
 * says what holds when it is read: a deadline may have moved since, and for the citizens of one country only.
 */
@Component
public class MessageWords {

    /** In the message files: another clock says nothing else. */
    private static final String SAME = "same";

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
        Changed changed = particulars.changed();
        Locale locale = reader.language().locale();
        Deadline deadline = deadline(changed, call, reader);
        OfferAnswers answers = Objects.requireNonNullElse(particulars.answers(), OfferAnswers.NONE);
        Object[] values = {
            call == null
                    ? particulars.title(reader.language().toString())
                    : Particulars.in(reader.language().toString(), call.title()),
            particulars.place(),
            particulars.receiptId(),
            LocalTimes.show(particulars.when(), locale, reader.country()),
            standing(deadline),
            deadline == null ? null : shown(deadline, changed, locale, reader.country()),
            changed == null ? null : changed.reason(),
            changed == null ? null : changed.standing(),
            deadline == null ? SAME : whereTheReaderIs(deadline, locale, reader.country()),
            answers.accepted(),
            answers.declined(),
            answers.expired()
        };
        String key = "message." + message.template();
        return new Words(
                texts.getMessage(key + ".title", values, locale), texts.getMessage(key + ".text", values, locale));
    }

    private static Deadline deadline(Changed changed, Call call, Recipient reader) {
        if (changed != null) {
            return changed.deadline(call);
        }
        return call == null ? null : call.deadline(reader.country());
    }

    /** The same word where the clocks of the call say it. */
    private static String whereTheReaderIs(Deadline deadline, Locale locale, String country) {
        String there = LocalTimes.show(deadline.stated(), locale, country);
        return there.equals(WrittenTime.of(deadline.shown(), locale)) ? SAME : there;
    }

    /** What moves a deadline speaks of it as the call does; anything else says it by the clocks of its reader. */
    private static String shown(Deadline deadline, Changed changed, Locale locale, String country) {
        return changed == null
                ? LocalTimes.show(deadline.stated(), locale, country)
                : WrittenTime.of(deadline.shown(), locale);
    }
}
