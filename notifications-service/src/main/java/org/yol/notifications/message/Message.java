package org.yol.notifications.message;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.Event;
import org.yol.contracts.MessageCreated;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * Something told to one person. Holds what it says, not the words: they are found when it is read, in the language the
 * reader prefers then.
 *
 * @param recipientId whom it is for; null, like all that follows, in one that was erased
 * @param link path of the page where one can do something about it
 * @param at when it happened
 * @param mail what has become of the e-mail
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

    /** The work of sending a mail. */
    static final String MAIL = "mail";

    /** The same of what many are told at once: these wait for each other, and nobody else for them. */
    static final String CIRCULAR_MAIL = "circular-mail";

    /** As a new document, with the news of it for open browsers, and a mail to send. */
    Change<Message> created(Instant now) {
        Event news = new MessageCreated(id, recipientId);
        return Change.telling(this, news).due(mailing(), now);
    }

    Change<Message> markedAsRead() {
        return Change.silent(new Message(id, version, recipientId, template, particulars, link, at, true, mail));
    }

    /** Nothing is left to do about the mail. */
    Change<Message> mailed(Delivery end) {
        return Change.silent(with(end)).settled(mailing());
    }

    /** Nobody knows yet where to send the mail. */
    Change<Message> mailedWhenThereIsAnAddress(Instant lookAgain) {
        return Change.silent(with(Delivery.WAITING_FOR_ADDRESS)).due(mailing(), lookAgain);
    }

    private Message with(Delivery delivery) {
        return new Message(id, version, recipientId, template, particulars, link, at, read, delivery);
    }

    /** Nothing is left but the id, for the event that made it not to tell it anew when it comes again. */
    Change<Message> erased() {
        return Change.silent(new Message(id, version, null, null, null, null, null, true, null))
                .settled(mailing());
    }

    private String mailing() {
        return template != null && template.isForMany() ? CIRCULAR_MAIL : MAIL;
    }

    boolean isErased() {
        return recipientId == null;
    }
}
