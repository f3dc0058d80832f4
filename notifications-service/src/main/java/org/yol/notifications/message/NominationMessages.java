package org.yol.notifications.message;

import java.time.Instant;
import org.yol.contracts.NominationsWanted;
import org.yol.notifications.recipient.Recipient;

/** What whoever acts for an authority is told of calls that wait for its list. */
final class NominationMessages {

    private NominationMessages() {}

    /**
     * The message for one of them: there is one at most for each call, however often and by whichever event it is told.
     */
    static Message about(NominationsWanted wanted, Instant at, Recipient authority) {
        String subject = "nominations/" + wanted.callId() + "/" + wanted.country();
        return new Message(
                MessageId.of(subject, 0, authority.id(), Template.NOMINATIONS_WANTED),
                0,
                authority.id(),
                Template.NOMINATIONS_WANTED,
                new Particulars(wanted.programmeTitle(), null, null, at).ofCall(wanted.callId()),
                "/nominations/" + wanted.callId(),
                at,
                false,
                Delivery.PENDING);
    }
}
