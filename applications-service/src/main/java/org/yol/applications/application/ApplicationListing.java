package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Sorting;

/**
 * What a list of applications is narrowed to and how it is ordered. Each part may be null.
 *
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

    /** The listing as far as the caller may ask: nobody learns from a filter or an order what they may not see. */
    ApplicationListing allowedTo(Caller caller) {
        return caller.is(Role.COORDINATOR) || caller.is(Role.AUDITOR)
                ? this
                : new ApplicationListing(callId, null, text, sort == Order.SCORE ? Order.NEWEST : sort);
    }

    Bson filter() {
        List<Bson> conditions = new ArrayList<>();
        if (callId != null && !callId.isBlank()) {
            conditions.add(eq("callId", callId));
        }
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        if (text != null && !text.isBlank()) {
            Pattern pattern =
                    Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            conditions.add(or(regex("student.name", pattern), eq("_id", text.strip())));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }
}
