package org.yol.notifications.recipient;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;

/** Owns the collection of recipients. */
@Component
public class Recipients {

    private final AggregateCollection<Recipient> recipients;
    private final ApplicationEventPublisher listeners;

    Recipients(AggregateCollections collections, ApplicationEventPublisher listeners) {
        this.recipients = collections.open("recipients", Recipient.class, List.of());
        this.listeners = listeners;
    }

    /** Whoever has ever called this service. */
    public Optional<Recipient> find(String id) {
        return recipients.find(id);
    }

    /** Remembers what somebody's token says, and tells those who wait for it; writes only what is new. */
    void remember(Profile profile) {
        Optional<Recipient> known = find(profile.account());
        if (known.isEmpty()) {
            insert(profile);
        } else if (known.get().equals(known.get().seen(profile))) {
            return;
        } else {
            recipients.change(profile.account(), recipient -> Change.silent(recipient.seen(profile)));
        }
        listeners.publishEvent(new RecipientSeen(profile.account()));
    }

    private void insert(Profile profile) {
        try {
            recipients.insert(
                    Change.silent(Recipient.of(profile)), new RequestIdentity(profile.account(), profile.account()));
        } catch (AlreadyExists _) {
            // Two first calls at once, by one person: both say the same.
        }
    }

    Recipient prefer(String id, ExpectedVersion expected, Preferences preferences) {
        return recipients.change(
                id,
                Guard.none(),
                expected,
                recipient -> Change.silent(recipient.prefer(preferences.language(), preferences.email())));
    }
}
