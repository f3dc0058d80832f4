package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Role;
import org.yol.platform.document.Sorting;

/**
 * What a list of applications is narrowed to and how it is ordered. Each part may be null.
 *
 * @param state as the reader may know it
 * @param text found in the student's name or the id, whatever the case
 */
record ApplicationListing(String callId, ApplicationState state, String text, Order sort) {

    /** The orders offered. */
    enum Order {
        NEWEST(Sorting.descending("createdAt")),
        SCORE(Sorting.descending("score")),
        NAME(Sorting.ascending("student.name"));

        private final Sorting sorting;

        Order(Sorting sorting) {
            this.sorting = sorting;
        }
    }

    Sorting sorting() {
        return (sort == null ? Order.NEWEST : sort).sorting;
    }

    /** The roles that see every state and score. */
    static final Set<Role> ALL_KNOWING = EnumSet.of(Role.COORDINATOR, Role.AUDITOR);

    /** In which roles this listing may be seen: nobody learns from an order what they may not know. */
    Set<Role> roles() {
        return sort == Order.SCORE ? ALL_KNOWING : EnumSet.allOf(Role.class);
    }

    /** @param stateField the field that holds the state as the reader may know it */
    Bson filter(String stateField) {
        List<Bson> conditions = new ArrayList<>();
        if (callId != null && !callId.isBlank()) {
            conditions.add(eq("callId", callId));
        }
        if (state != null) {
            conditions.add(eq(stateField, state.name()));
        }
        if (text != null && !text.isBlank() && text.indexOf('\0') < 0) {
            Pattern pattern =
                    Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            conditions.add(or(regex("student.name", pattern), eq("_id", text.strip())));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }
}
