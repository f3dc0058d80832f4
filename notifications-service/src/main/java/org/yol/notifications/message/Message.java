package org.yol.notifications.message;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.Event;
import org.yol.contracts.MessageCreated;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * Something told to one person. Holds what it says, not the words: they are found when it is read, in the language the
 * reader prefers then.
 *
 * @param link path of the page where one can do something about it
 * @param at when it happened
 */
public record Message(
        @BsonId String id,
        long version,
        String recipientId,
        Template template,
        Particulars particulars,
        String link,
        Instant at,
        boolean read,
        Delivery mail)
        implements Aggregate {

    /** As a new document, with the news of it for open browsers. */
    Change<Message> created() {
        Event news = new MessageCreated(id, recipientId);
        return Change.telling(this, news);
    }

    Message asRead() {
        return new Message(id, version, recipientId, template, particulars, link, at, true, mail);
    }

    Message mail(UnaryOperator<Delivery> step) {
        return new Message(id, version, recipientId, template, particulars, link, at, read, step.apply(mail));
    }
}
