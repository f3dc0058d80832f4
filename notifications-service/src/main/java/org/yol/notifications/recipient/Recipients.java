package org.yol.notifications.recipient;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
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
        this.recipients = collections.open(
                "recipients",
                Recipient.class,
                List.of(new IndexModel(ascending("authority", "country")), new IndexModel(ascending("coordinates"))));
        this.listeners = listeners;
    }

    /** Whoever has ever called this service. */
    public Optional<Recipient> find(String id) {
        return recipients.find(id);
    }

    /** Those who act for the authority of a country and have ever called this service: few. */
    public List<Recipient> authorities(String country) {
        return recipients.list(and(eq("country", country), eq("authority", true)));
    }

    /** The coordinators of a provider who have ever called this service: few. */
    public List<Recipient> coordinators(String provider) {
        return recipients.list(eq("coordinates", provider));
    }

    /** Remembers what somebody's token says, and tells those who wait for it; writes only what is new. */
    Recipient remember(Profile profile) {
        Optional<Recipient> known = find(profile.account());
        if (known.isPresent() && known.get().equals(known.get().seen(profile))) {
            return known.get();
        }
        Recipient now = known.isEmpty()
                ? insert(profile)
                : recipients.change(profile.account(), recipient -> Change.silent(recipient.seen(profile)));
        listeners.publishEvent(new RecipientSeen(profile.account()));
        return now;
    }

    private Recipient insert(Profile profile) {
        Recipient first = Recipient.of(profile);
        try {
            return recipients.insert(Change.silent(first), new RequestIdentity(profile.account(), profile.account()));
        } catch (AlreadyExists _) {
            // Two first calls at once, by one person: both say the same.
            return first;
        }
    }

    /** Forgets somebody. Whoever calls again is known again, by what their token says then. */
    public void forget(String id) {
        recipients.remove(id);
    }

    Recipient prefer(String id, ExpectedVersion expected, Preferences preferences) {
        return recipients.change(
                id,
                Guard.none(),
                expected,
                recipient -> Change.silent(recipient.prefer(preferences.language(), preferences.email())));
    }
}
