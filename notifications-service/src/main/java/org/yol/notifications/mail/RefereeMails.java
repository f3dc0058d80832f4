package org.yol.notifications.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.RefereeAddressed;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.ReferenceMail;
import org.yol.contracts.Topics;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.message.Delivery;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.event.ReceivedEvent;
import org.yol.platform.seal.SharedSeal;
import tools.jackson.databind.json.JsonMapper;

/** Hears that referees are to be written to, and sends each mail once. It is opened only to be sent. */
@Component
class RefereeMails implements Task<RefereeMail> {

    private final AggregateCollection<RefereeMail> mails;
    private final DueWork sending;
    private final Postman postman;
    private final SharedSeal seal;
    private final JsonMapper json;
    private final Clock clock;

    RefereeMails(
            AggregateCollections collections,
            Postman postman,
            SharedSeal seal,
            JsonMapper json,
            Clock clock,
            NotificationsProperties properties) {
        this.mails = collections.open("referee-mails", RefereeMail.class, List.of());
        this.postman = postman;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.sending = mails.work(MailDispatch.plan(RefereeMail.MAIL, properties.mailsAtOnce(), properties), this);
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.mail")
    void on(ReceivedEvent event) {
        if (event.data() instanceof ReferenceEvent.MailWanted wanted && wanted.mail() != ReferenceMail.UNKNOWN) {
            keep(RefereeMail.of(wanted, event));
        }
    }

    private void keep(RefereeMail mail) {
        try {
            mails.insert(mail.wanted(clock.instant()), RequestIdentity.ofCause("referee mail", mail.id()));
            sending.nudge(mail.id());
        } catch (AlreadyExists _) {
            // Heard of before.
        }
    }

    @Override
    public Outcome perform(RefereeMail mail, Claim claim) {
        if (mail.sealed() == null) {
            return Outcome.DONE;
        }
        if (clock.instant().isBefore(claim.until())) {
            Delivery end = postman.deliver(mail, json.readValue(seal.open(mail.sealed()), RefereeAddressed.class));
            mails.change(claim, sent -> sent.ended(end));
        }
        // Else this process was paused for so long that another may be sending the mail.
        return Outcome.WRITTEN;
    }

    @Override
    public void abandon(RefereeMail mail) {
        mails.change(mail.id(), given -> given.ended(Delivery.FAILED));
        postman.gaveUp();
    }
}
