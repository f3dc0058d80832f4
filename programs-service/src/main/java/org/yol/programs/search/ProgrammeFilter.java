package org.yol.programs.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
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
import org.yol.programs.call.Phase;
import org.yol.programs.programme.PublicationStatus;

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

    /** Path of the provider in a listing. */
    static final String PROVIDER = "programme.provider.id";

    private static final int WORDS = 10;

    Bson query(Caller caller, Instant now) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(visible(caller));
        words().forEach(word -> conditions.add(regex("text", Pattern.quote(word))));
        if (kind != null) {
            conditions.add(eq("programme.offer.kind", kind.name()));
        }
        if (isGiven(country)) {
            conditions.add(or(eq("programme.offer.origins", country), eq("programme.offer.destination", country)));
        }
        if (level != null) {
            conditions.add(eq("levels", level.name()));
        }
        if (phase != null) {
            conditions.add(inPhase(caller, now));
        }
        if (isGiven(provider)) {
            conditions.add(eq(PROVIDER, provider));
        }
        return and(conditions);
    }

    private Bson visible(Caller caller) {
        if (mine) {
            return caller.is(Role.COORDINATOR) && caller.organization() != null
                    ? eq(PROVIDER, caller.organization())
                    : in("_id", List.of());
        }
        return caller.is(Role.AUDITOR) ? empty() : eq("status", PublicationStatus.PUBLISHED.name());
    }

    private Bson inPhase(Caller caller, Instant now) {
        return switch (phase) {
            case OPEN -> withPublished(lte("terms.opens", now), gte("terms.closes", now));
            case UPCOMING -> withPublished(gt("terms.opens", now));
            case CLOSED -> withPublished(lt("terms.closes", now));
            case DRAFT -> withDraft(caller);
        };
    }

    private static Bson withPublished(Bson... times) {
        return elemMatch("calls", and(eq("status", PublicationStatus.PUBLISHED.name()), and(times)));
    }

    /** A draft beside what is public is no matter of anybody but its writers and auditors. */
    private Bson withDraft(Caller caller) {
        Bson draft = eq("status", PublicationStatus.DRAFT.name());
        return mine || caller.is(Role.AUDITOR) ? or(draft, elemMatch("calls", draft)) : draft;
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
