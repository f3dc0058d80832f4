package org.yol.notifications.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Owns the collection of messages. */
@Component
public class Messages {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending("recipientId"), descending("at", "_id"))),
            new IndexModel(compoundIndex(ascending("recipientId", "read"), descending("at", "_id"))),
            new IndexModel(ascending("recipientId", "mail")));

    private final AggregateCollection<Message> messages;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Messages(AggregateCollections collections, ApplicationEventPublisher listeners, Clock clock) {
        this.messages = collections.open("messages", Message.class, INDEXES);
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Stores a message once: one that is there already has been told. */
    void store(Message message) {
        try {
            messages.insert(message.created(clock.instant()), new RequestIdentity(message.id(), message.id()));
        } catch (AlreadyExists _) {
            return;
        }
        listeners.publishEvent(
                new MessageStored(message.id(), message.template().isForMany()));
    }

    /** The message of that id, whoever it is for, unless it was erased. */
    public Optional<Message> find(String id) {
        return messages.find(id).filter(message -> !message.isErased());
    }

    Page<Message> inbox(String recipientId, boolean unreadOnly, PageRequest request) {
        Bson filter = unreadOnly ? unread(recipientId) : eq("recipientId", recipientId);
        return messages.page(filter, Sorting.descending("at"), request);
    }

    long countUnread(String recipientId) {
        return messages.count(unread(recipientId));
    }

    private static Bson unread(String recipientId) {
        return and(eq("recipientId", recipientId), eq("read", false));
    }

    /** Marks somebody's own message as read. Another's is as good as absent. */
    void markRead(String recipientId, String id) {
        messages.change(id, message -> {
            if (!recipientId.equals(message.recipientId())) {
                throw new Refused(Problem.NOT_FOUND);
            }
            return message.markedAsRead();
        });
    }

    /** Erases what somebody was told; what is not known any more is still known to have been told. */
    public void erase(String recipientId) {
        ids(eq("recipientId", recipientId)).forEach(id -> messages.change(id, Message::erased));
    }

    /** The same of what happened until an instant. */
    void eraseUntil(String recipientId, Instant at) {
        ids(and(eq("recipientId", recipientId), lte("at", at))).forEach(id -> messages.change(id, Message::erased));
    }

    /** Has the mails of messages sent that one person is told. */
    public DueWork mails(Function<String, WorkPlan> plan, Task<Message> task) {
        return messages.work(plan.apply(Message.MAIL), task);
    }

    /** The same of those that many are told at once. */
    public DueWork circularMails(Function<String, WorkPlan> plan, Task<Message> task) {
        return messages.work(plan.apply(Message.CIRCULAR_MAIL), task);
    }

    /**
     * What has become of a mail. Says nothing when somebody else has it in hand now.
     *
     * @param end anything but pending or waiting
     */
    public void mailed(Claim claim, Delivery end) {
        messages.settle(claim, "mail", end);
    }

    /** The same for one that has been tried for so long that nobody tries any more. */
    public void mailFailed(String id) {
        messages.change(id, message -> message.mailed(Delivery.FAILED));
    }

    /** That nobody knows where to send a mail, likewise. */
    public void mailWaits(Claim claim, Instant lookAgain) {
        messages.change(claim, message -> message.mailedWhenThereIsAnAddress(lookAgain));
    }

    /** The ids of somebody's messages whose mail could not go because nobody knew where to. */
    public List<String> withMailWaitingFor(String recipientId) {
        return ids(and(eq("recipientId", recipientId), eq("mail", Delivery.WAITING_FOR_ADDRESS.name())));
    }

    private List<String> ids(Bson filter) {
        return messages.stored()
                .find(filter)
                .projection(include("_id"))
                .map(document -> document.getString("_id").getValue())
                .into(new ArrayList<>());
    }
}
