package org.yol.notifications.recipient;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.Language;
import org.yol.platform.document.Silent;

/**
 * Somebody who gets messages, as last seen in their own token, and what they chose.
 *
 * @param id the account
 * @param address e-mail address; null while the identity provider does not tell one
 * @param country ISO 3166-1 alpha-2, for the time zone of dates; null without one
 * @param usualLanguage what their account says
 * @param chosenLanguage what they said here; null while they have not
 * @param wantsMail whether messages also go out by e-mail
 * @param authority whether they act for the authority of their country
 * @param coordinates the providers for which they are a coordinator; empty for most
 */
public record Recipient(
        @BsonId String id,
        long version,
        String address,
        String country,
        Language usualLanguage,
        Language chosenLanguage,
        boolean wantsMail,
        boolean authority,
        List<String> coordinates)
        implements Silent {

    /** The attribute of a request that holds who asks, as known from this request on. */
    public static final String CALLER = "org.yol.notifications.caller";

    public Recipient {
        coordinates = coordinates == null ? List.of() : List.copyOf(coordinates);
    }

    /** Somebody seen for the first time: mail is wanted until they say otherwise. */
    static Recipient of(Profile profile) {
        return new Recipient(
                profile.account(),
                0,
                profile.address(),
                profile.country(),
                profile.language(),
                null,
                true,
                profile.authority(),
                profile.coordinates());
    }

    /** The same person with what their token says now; an address once known is kept when a token tells none. */
    Recipient seen(Profile profile) {
        return new Recipient(
                id,
                version,
                profile.address() == null ? address : profile.address(),
                profile.country(),
                profile.language(),
                chosenLanguage,
                wantsMail,
                profile.authority(),
                profile.coordinates());
    }

    Recipient prefer(Language language, boolean mail) {
        return new Recipient(id, version, address, country, usualLanguage, language, mail, authority, coordinates);
    }

    /** The language to write in. */
    public Language language() {
        return chosenLanguage == null ? usualLanguage : chosenLanguage;
    }
}
