package org.yol.notifications.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Owns the collection of messages. */
@Component
public class Messages {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending("recipientId"), descending("at", "_id"))),
            new IndexModel(compoundIndex(ascending("recipientId", "read"), descending("at", "_id"))),
            new IndexModel(ascending("recipientId", "mail.state")),
            new IndexModel(ascending("mail.due"), new IndexOptions().sparse(true)));

    private final AggregateCollection<Message> messages;
    private final ApplicationEventPublisher listeners;

    Messages(AggregateCollections collections, ApplicationEventPublisher listeners) {
        this.messages = collections.open("messages", Message.class, INDEXES);
        this.listeners = listeners;
    }

    /** Stores a message once: one that is there already has been told. */
    void store(Message message) {
        try {
            messages.insert(message.created(), new RequestIdentity(message.id(), message.id()));
        } catch (AlreadyExists _) {
            return;
        }
        listeners.publishEvent(new MessageStored(message.id()));
    }

    /** The message of that id, whoever it is for. */
    public Optional<Message> find(String id) {
        return messages.find(id);
    }

    Page<Message> inbox(String recipientId, boolean unreadOnly, PageRequest request) {
        Bson filter = unreadOnly ? unread(recipientId) : eq("recipientId", recipientId);
        return messages.page(filter, Sorting.descending("at"), request);
    }

    long countUnread(String recipientId) {
        return messages.documents().countDocuments(unread(recipientId));
    }

    private static Bson unread(String recipientId) {
        return and(eq("recipientId", recipientId), eq("read", false));
    }

    /** Marks somebody's own message as read. Another's is as good as absent. */
    void markRead(String recipientId, String id) {
        messages.change(id, message -> {
            if (!message.recipientId().equals(recipientId)) {
                throw new Refused(Problem.NOT_FOUND);
            }
            return Change.silent(message.asRead());
        });
    }

    /** The ids of messages whose mail is to be looked at, the longest waiting first. */
    public List<String> withMailDue(Instant now, int limit) {
        return ids(lte("mail.due", now), limit);
    }

    /** The ids of somebody's messages whose mail could not go because nobody knew where to. */
    public List<String> withMailWaitingFor(String recipientId, int limit) {
        return ids(
                and(eq("recipientId", recipientId), eq("mail.state", Delivery.State.WAITING_FOR_ADDRESS.name())),
                limit);
    }

    private List<String> ids(Bson filter, int limit) {
        return messages.documents()
                .withDocumentClass(Document.class)
                .find(filter)
                .projection(Projections.include("_id"))
                .sort(ascending("mail.due"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /**
     * Takes a mail for sending, by one atomic write: of all who try, one gets it.
     *
     * @param sender a name nobody else uses
     * @return the message, or empty when its mail is not due or somebody else has it
     */
    public Optional<Message> takeMail(String id, String sender, Instant now, Duration lease) {
        Message taken = mail(id, mail -> mail.takenBy(sender, now, lease));
        return Optional.of(taken).filter(message -> message.mail().isHeldBy(sender));
    }

    /** What became of a mail that was taken. Says nothing when the lease has ended and somebody else has it now. */
    public void finishMail(String id, String sender, UnaryOperator<Delivery> outcome) {
        mail(id, mail -> mail.isHeldBy(sender) ? outcome.apply(mail) : mail);
    }

    /** Lets a mail go that waited for an address. */
    public void releaseMail(String id, Instant now) {
        mail(id, mail -> mail.released(now));
    }

    private Message mail(String id, UnaryOperator<Delivery> step) {
        return messages.change(id, message -> Change.silent(message.mail(step)));
    }
}
