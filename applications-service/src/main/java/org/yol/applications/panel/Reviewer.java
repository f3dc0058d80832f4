package org.yol.applications.panel;

import java.time.LocalDate;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;

/**
 * Somebody who may be asked to review, as their own token says. Public because the record codec can read no other.
 *
 * @param id the account
 * @param organization id of their university
 * @param domain of their address, in lower case, since colleagues of a referee have a conflict of interest; the address
 *     itself is not kept; null without one
 * @param seen the last day they were here, in UTC
 */
public record Reviewer(@BsonId String id, long version, String name, String organization, String domain, LocalDate seen)
        implements Silent {

    static Reviewer of(Caller caller, LocalDate today) {
        String email = caller.email();
        return new Reviewer(
                caller.id(),
                0,
                caller.name(),
                caller.organization(),
                email == null
                        ? null
                        : email.strip()
                                .toLowerCase(Locale.ROOT)
                                .substring(email.strip().lastIndexOf('@') + 1),
                today);
    }

    /** As they are known now. */
    Change<Reviewer> seenAs(Reviewer now) {
        return Change.silent(new Reviewer(id, version, now.name, now.organization, now.domain, now.seen));
    }

    boolean isAs(Reviewer other) {
        return seenAs(other).state().equals(this);
    }
}
