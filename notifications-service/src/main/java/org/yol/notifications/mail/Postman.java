package org.yol.notifications.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.contracts.RefereeAddressed;
import org.yol.notifications.message.Delivery;
import org.yol.notifications.message.Message;
import org.yol.notifications.recipient.Recipient;

/** Hands one mail to the mail server and says what became of it. Addresses do not reach the log. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final MailComposer composer;
    private final MailConnections server;
    private final MeterRegistry meters;

    Postman(MailComposer composer, MailConnections server, MeterRegistry meters) {
        this.composer = composer;
        this.server = server;
        this.meters = meters;
    }

    /** Writes a mail, or says that its address is none. */
    @FunctionalInterface
    interface Writing {
        MimeMessage compose() throws MessagingException;
    }

    /** Sends a message to somebody with an account; see {@link #deliver(String, Writing)}. */
    Delivery deliver(Message message, Recipient recipient) {
        return deliver(message.id(), () -> composer.compose(message, recipient));
    }

    /** Sends a mail to a referee, likewise. */
    Delivery deliver(RefereeMail mail, RefereeAddressed referee) {
        return deliver(mail.id(), () -> composer.compose(mail, referee));
    }

    /**
     * Sends it.
     *
     * @param id for the log
     * @return sent, or failed when it was refused for good
     * @throws NotTaken when it may be tried again
     */
    private Delivery deliver(String id, Writing writing) {
        try {
            server.send(writing.compose());
            count("sent");
            return Delivery.SENT;
        } catch (MessagingException failure) {
            // Its message may quote the address: the kind has to be enough.
            String kind = SmtpRefusal.describe(failure);
            if (SmtpRefusal.isForGood(failure)) {
                LOG.warn("Mail of message {} refused for good: {}", id, kind);
                count("failed");
                return Delivery.FAILED;
            }
            count("postponed");
            throw new NotTaken(kind);
        }
    }

    /** A mail has been postponed so often that it is not tried any more. */
    void gaveUp() {
        count("given-up");
    }

    private void count(String outcome) {
        meters.counter("yol.mails", "outcome", outcome).increment();
    }

    /** The mail server is away, busy or refuses this mail: says the kinds of failure only. */
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String kind) {
            super(kind);
        }
    }
}
