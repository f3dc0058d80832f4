package org.yol.notifications.mail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.message.MessageStored;
import org.yol.notifications.message.Messages;
import org.yol.notifications.recipient.RecipientSeen;

/**
 * Decides when which mail is tried. Nudged when a message is written and when a recipient becomes known; a sweep finds
 * what was postponed, and what another replica left behind when it died.
 */
@Component
class MailDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);
    private static final int AT_MOST = 500;

    /** So many conversations with the mail server at a time, so that a backlog does not look like an attack. */
    private static final int AT_ONCE = 8;

    private final Messages messages;
    private final Postman postman;
    private final NotificationsProperties properties;
    private final Clock clock;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Semaphore sending = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    MailDispatch(Messages messages, Postman postman, NotificationsProperties properties, Clock clock) {
        this.messages = messages;
        this.postman = postman;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(MessageStored stored) {
        nudge(stored.messageId());
    }

    @EventListener
    void on(RecipientSeen seen) {
        execute(() -> messages.withMailWaitingFor(seen.recipientId(), AT_MOST).forEach(this::release));
    }

    private void release(String messageId) {
        messages.releaseMail(messageId, clock.instant());
        nudge(messageId);
    }

    @Scheduled(
            fixedDelayString = "${yol.notifications.mail-sweep}",
            initialDelayString = "${yol.notifications.mail-sweep}")
    void sweep() {
        try {
            messages.withMailDue(clock.instant(), AT_MOST).forEach(this::nudge);
        } catch (RuntimeException unavailable) {
            LOG.debug("Sweep put off: {}", unavailable.getMessage());
        }
    }

    private void nudge(String messageId) {
        if (atWork.add(messageId)) {
            execute(() -> work(messageId));
        }
    }

    private void work(String messageId) {
        sending.acquireUninterruptibly();
        try {
            attempt(messageId);
        } catch (RuntimeException failure) {
            // Most likely the store is away. If the mail was taken, its lease ends by itself.
            LOG.warn(
                    "Mail of message {} left to a later sweep: {}",
                    messageId,
                    failure.getClass().getName());
        } finally {
            sending.release();
            atWork.remove(messageId);
        }
    }

    private void attempt(String messageId) {
        String sender = UUID.randomUUID().toString();
        messages.takeMail(messageId, sender, clock.instant(), properties.mailLease())
                .ifPresent(message -> {
                    messages.finishMail(messageId, sender, postman.deliver(message));
                    // The recipient may have called between the look at their address and the write that says it waits.
                    if (postman.knowsAddressFor(message)) {
                        messages.releaseMail(messageId, clock.instant());
                    }
                });
    }

    private void execute(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Left to the sweep of whoever runs next", stopping);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.info("Mails under way are left to their leases");
        }
    }
}
