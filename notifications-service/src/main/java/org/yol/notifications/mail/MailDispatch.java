package org.yol.notifications.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.message.Delivery;
import org.yol.notifications.message.Message;
import org.yol.notifications.message.MessageStored;
import org.yol.notifications.message.Messages;
import org.yol.notifications.recipient.Recipient;
import org.yol.notifications.recipient.RecipientSeen;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;

/** Decides what is done about the mail of a message, where {@link DueWork} says when and by which replica. */
@Component
class MailDispatch implements Task<Message> {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** About three days: nearly all of them after pauses between two and a half and five minutes. */
    private static final int ATTEMPTS = 1_160;

    private static final Duration SWEEP = Duration.ofSeconds(1);

    /** A recipient who calls is noticed at once; this is for what was lost on the way. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Messages messages;
    private final Recipients recipients;
    private final Postman postman;
    private final Clock clock;
    private final DueWork mails;
    private final DueWork circularMails;

    MailDispatch(
            Messages messages,
            Recipients recipients,
            Postman postman,
            Clock clock,
            NotificationsProperties properties) {
        this.messages = messages;
        this.recipients = recipients;
        this.postman = postman;
        this.clock = clock;
        this.mails = messages.mails(name -> plan(name, properties.mailsAtOnce(), properties), this);
        // Half of the conversations at the most, so that whoever is told something of their own need not wait.
        this.circularMails =
                messages.circularMails(name -> plan(name, Math.max(1, properties.mailsAtOnce() / 2), properties), this);
    }

    /** How mails of any kind are sent. */
    static WorkPlan plan(String name, int atOnce, NotificationsProperties properties) {
        return new WorkPlan(name, properties.mailLease(), atOnce, FIRST_PAUSE, LONGEST_PAUSE, ATTEMPTS, SWEEP);
    }

    @EventListener
    void on(MessageStored stored) {
        (stored.forMany() ? circularMails : mails).nudge(stored.messageId());
    }

    @EventListener
    void on(RecipientSeen seen) {
        messages.withMailWaitingFor(seen.recipientId()).forEach(this::hasten);
    }

    /** Of the two kinds of work there is one with each message. */
    private void hasten(String messageId) {
        mails.hasten(messageId);
        circularMails.hasten(messageId);
    }

    @Override
    public Outcome perform(Message message, Claim claim) {
        Optional<Recipient> reachable = reachable(message);
        if (reachable.isEmpty()) {
            messages.mailWaits(claim, clock.instant().plus(LOOK_AGAIN));
            // The recipient may have called between the look at their address and the write that says it waits.
            reachable(message).ifPresent(_ -> hasten(message.id()));
        } else if (!reachable.get().wantsMail()) {
            messages.mailed(claim, Delivery.NOT_WANTED);
        } else if (clock.instant().isBefore(claim.until())) {
            messages.mailed(claim, postman.deliver(message, reachable.get()));
        }
        // Else this process was paused for so long that another may be sending the mail.
        return Outcome.WRITTEN;
    }

    @Override
    public void abandon(Message message) {
        messages.mailFailed(message.id());
        postman.gaveUp();
    }

    private Optional<Recipient> reachable(Message message) {
        return recipients.find(message.recipientId()).filter(recipient -> recipient.address() != null);
    }
}
