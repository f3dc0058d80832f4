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
        this.mails = messages.mails(
                name -> new WorkPlan(
                        name,
                        properties.mailLease(),
                        properties.mailsAtOnce(),
                        FIRST_PAUSE,
                        LONGEST_PAUSE,
                        ATTEMPTS,
                        SWEEP),
                this);
    }

    @EventListener
    void on(MessageStored stored) {
        mails.nudge(stored.messageId());
    }

    @EventListener
    void on(RecipientSeen seen) {
        messages.withMailWaitingFor(seen.recipientId()).forEach(mails::hasten);
    }

    @Override
    public Outcome perform(Message message, Claim claim) {
        Optional<Recipient> reachable = reachable(message);
        if (reachable.isEmpty()) {
            messages.mailWaits(claim, clock.instant().plus(LOOK_AGAIN));
            // The recipient may have called between the look at their address and the write that says it waits.
            reachable(message).ifPresent(_ -> mails.hasten(message.id()));
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
