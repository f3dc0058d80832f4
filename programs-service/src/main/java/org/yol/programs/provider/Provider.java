package org.yol.programs.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.Problem;

/**
 * An organisation that offers programmes.
 *
 * @param id the organization in its coordinators' tokens
 * @param name in Latin letters, English as a rule
 * @param names by language tag; {@code en} is always there
 * @param country ISO 3166-1 alpha-2; null where an earlier release knew of a name only
 * @param domain in ASCII; null without one
 * @param website http or https; null without one
 * @param contact an e-mail address that students may write to; null without one
 * @param representedBy organizations whose coordinators write and publish in its name too
 */
public record Provider(
        @BsonId String id,
        long version,
        String name,
        Map<String, String> names,
        String country,
        String domain,
        String website,
        String contact,
        List<String> representedBy)
        implements Silent {

    /** Work that follows every change: its programmes are told its names and addresses. */
    public static final String NAMING = "naming";

    /** Nobody has said yet who that organization is. */
    public static final Problem UNKNOWN = new Problem("provider-unknown", 409);

    public Provider {
        names = Map.copyOf(names);
        representedBy = List.copyOf(representedBy);
    }

    /** One of which nothing is known but whose coordinators write for it. */
    static Provider blank(String id) {
        return new Provider(id, 0, id, Map.of(), null, null, null, null, List.of());
    }

    /** One of which an earlier release knew this name. */
    static Provider called(String id, String name) {
        return new Provider(id, 0, name, Map.of("en", name), null, null, null, null, List.of());
    }

    /** Says what is stated from now on. Nothing happens when it says that already. */
    Change<Provider> edit(Provider stated, Instant now) {
        return saysTheSameAs(stated)
                ? Change.silent(this)
                : Change.silent(stated.at(version)).due(NAMING, now);
    }

    boolean saysTheSameAs(Provider stated) {
        return equals(stated.at(version));
    }

    private Provider at(long otherVersion) {
        return new Provider(id, otherVersion, name, names, country, domain, website, contact, representedBy);
    }
}
