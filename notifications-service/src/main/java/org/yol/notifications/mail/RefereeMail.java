package org.yol.notifications.mail;

import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.ReferenceMail;
import org.yol.notifications.message.Delivery;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.event.ReceivedEvent;

/**
 * A mail to a referee. Public because the record codec can read no other.
 *
 * @param id the same however often the event that wants it comes
 * @param sealed whom it goes to and what it says, as it came; null once it is sent or given up: nothing of it stays
 * @param at when it was wanted
 */
public record RefereeMail(
        @BsonId String id,
        long version,
        String referenceId,
        ReferenceMail mail,
        String sealed,
        Instant at,
        Delivery delivery)
        implements Aggregate {

    /** The work of sending it. */
    static final String MAIL = "mail";

    private static final int HEX_DIGITS = 32;

    /** @throws NullPointerException when the event lacks what the mail needs */
    static RefereeMail of(ReferenceEvent.MailWanted wanted, ReceivedEvent event) {
        return new RefereeMail(
                Sha256.hex(event.aggregateId() + "\n" + event.seq()).substring(0, HEX_DIGITS),
                0,
                wanted.referenceId(),
                wanted.mail(),
                Objects.requireNonNull(wanted.sealed(), "nothing sealed"),
                event.time(),
                Delivery.PENDING);
    }

    Change<RefereeMail> wanted(Instant now) {
        return Change.silent(this).due(MAIL, now);
    }

    /** Nothing is left to do about it. Whoever asked hears of an address that takes no mail. */
    Change<RefereeMail> ended(Delivery end) {
        if (delivery != Delivery.PENDING) {
            return Change.silent(this);
        }
        RefereeMail over = new RefereeMail(id, version, referenceId, mail, null, at, end);
        Change<RefereeMail> change = end == Delivery.FAILED
                ? Change.telling(over, new ReferenceEvent.Undeliverable(referenceId))
                : Change.silent(over);
        return change.settled(MAIL);
    }
}
