package org.yol.programs.programme;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Which programmes a reader looks for; null where they do not mind.
 *
 * @param text words that all have to occur in the title, description or provider, in any language
 * @param country of origin or destination, ISO 3166-1 alpha-2
 * @param provider slug
 * @param mine only those of the reader's own provider, drafts included
 */
record ProgrammeFilter(
        String text, ProgrammeKind kind, String country, StudyLevel level, Phase phase, String provider, boolean mine) {

    private static final int WORDS = 10;

    Bson query(Caller caller, Instant now) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(visible(caller));
        words().forEach(word -> conditions.add(regex("listing.text", Pattern.quote(word))));
        if (kind != null) {
            conditions.add(eq("offer.kind", kind.name()));
        }
        if (isGiven(country)) {
            conditions.add(or(eq("offer.origins", country), eq("offer.destination", country)));
        }
        if (level != null) {
            conditions.add(or(eq("offer.levels", level.name()), eq("calls.terms.places.level", level.name())));
        }
        if (phase != null) {
            conditions.add(elemMatch("calls", inPhase(now)));
        }
        if (isGiven(provider)) {
            conditions.add(eq("provider.id", provider));
        }
        return and(conditions);
    }

    private Bson visible(Caller caller) {
        if (mine) {
            return caller.is(Role.COORDINATOR) && caller.organization() != null
                    ? eq("provider.id", caller.organization())
                    : in("_id", List.of());
        }
        Bson published = eq("status", PublicationStatus.PUBLISHED.name());
        return caller.is(Role.AUDITOR)
                ? in("status", PublicationStatus.PUBLISHED.name(), PublicationStatus.DRAFT.name())
                : published;
    }

    private Bson inPhase(Instant now) {
        Bson published = eq("status", PublicationStatus.PUBLISHED.name());
        return switch (phase) {
            case DRAFT -> eq("status", PublicationStatus.DRAFT.name());
            case UPCOMING -> and(published, gt("terms.opens", now));
            case OPEN -> and(published, lte("terms.opens", now), gte("terms.closes", now));
            case CLOSED -> and(published, lt("terms.closes", now));
        };
    }

    private List<String> words() {
        return isGiven(text)
                ? Arrays.stream(Listing.folded(text).strip().split("[\\s\\p{Cntrl}]+"))
                        .limit(WORDS)
                        .toList()
                : List.of();
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
