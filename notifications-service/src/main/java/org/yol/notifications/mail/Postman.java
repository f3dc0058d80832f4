package org.yol.notifications.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.yol.notifications.message.Delivery;
import org.yol.notifications.message.Message;
import org.yol.notifications.recipient.Recipient;
import org.yol.notifications.recipient.Recipients;

/** Hands one mail to the mail server and says what became of it. Addresses do not reach the log. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Recipients recipients;
    private final MailComposer composer;
    private final JavaMailSender server;
    private final Clock clock;
    private final MeterRegistry meters;

    Postman(Recipients recipients, MailComposer composer, JavaMailSender server, Clock clock, MeterRegistry meters) {
        this.recipients = recipients;
        this.composer = composer;
        this.server = server;
        this.clock = clock;
        this.meters = meters;
    }

    boolean knowsAddressFor(Message message) {
        return recipients
                .find(message.recipientId())
                .filter(recipient -> recipient.address() != null)
                .isPresent();
    }

    /** What the attempt makes of the mail's state. */
    UnaryOperator<Delivery> deliver(Message message) {
        Recipient recipient = recipients.find(message.recipientId()).orElse(null);
        if (recipient == null || recipient.address() == null) {
            return mail -> mail.waitingForAddress(clock.instant());
        }
        return recipient.wantsMail() ? send(message, recipient) : Delivery::notWanted;
    }

    private UnaryOperator<Delivery> send(Message message, Recipient recipient) {
        try {
            server.send(composer.compose(message, recipient));
            count("sent");
            return Delivery::sent;
        } catch (MailException | MessagingException failure) {
            // Its message may quote the address: the kind has to be enough.
            String kind = SmtpRefusal.describe(failure);
            if (SmtpRefusal.isForGood(failure)) {
                LOG.warn("Mail of message {} refused for good: {}", message.id(), kind);
                count("failed");
                return Delivery::failed;
            }
            LOG.warn("Mail of message {} postponed: {}", message.id(), kind);
            count("postponed");
            return mail -> mail.postponed(clock.instant());
        }
    }

    private void count(String outcome) {
        meters.counter("yol.mails", "outcome", outcome).increment();
    }
}
