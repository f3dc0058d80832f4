package org.yol.applications.reading;

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
import org.yol.applications.application.Outcome;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * What a list of applications is narrowed to and how it is ordered. Each part may be null.
 *
 * @param state as the student knows it
 * @param decision what is decided, announced or not, the last decided first: for those only who may know
 * @param text found in the student's name or the id, whatever the case
 * @param mine only the caller's own; who is nothing but a student sees no others anyway
 */
record ApplicationListing(
        String callId, ApplicationState state, Outcome decision, String text, Order sort, Boolean mine) {

    /** The orders offered. */
    enum Order {
        NEWEST,
        SCORE,
        NAME
    }

    /** The roles that see every decision and score. */
    static final Set<Role> ALL_KNOWING = EnumSet.of(Role.COORDINATOR, Role.AUDITOR);

    private static final Set<Role> STAFF = EnumSet.of(Role.REVIEWER, Role.COORDINATOR, Role.AUTHORITY, Role.AUDITOR);

    /** In which roles this listing is answered: nobody learns from an order what they may not know. */
    Set<Role> roles(Caller caller) {
        boolean own = Boolean.TRUE.equals(mine) || caller.roles().stream().noneMatch(STAFF::contains);
        return own ? EnumSet.of(Role.STUDENT) : STAFF;
    }

    /** @throws Refused field-errors for an order that a list by decision cannot have */
    void refuseAnotherOrder() {
        if (sort != null && sort != Order.NEWEST) {
            throw Refused.because(List.of(FieldError.of("/sort", "listing.order-of-deciding")));
        }
    }

    boolean isByScore() {
        return sort == Order.SCORE;
    }

    Sorting sorting() {
        return sort == Order.NAME ? Sorting.ascending("student.name") : Sorting.descending("createdAt");
    }

    boolean isOfOneCall() {
        return callId != null && !callId.isBlank();
    }

    /** Whether only some of a call's applications are wanted. */
    boolean isNarrowed() {
        return state != null || isText();
    }

    Bson filter() {
        List<Bson> conditions = new ArrayList<>();
        if (isOfOneCall()) {
            conditions.add(eq("call.id", callId));
        }
        if (state != null) {
            conditions.add(eq("life.state", state.name()));
        }
        if (isText()) {
            Pattern pattern =
                    Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            conditions.add(or(regex("student.name", pattern), eq("_id", text.strip())));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }

    private boolean isText() {
        return text != null && !text.isBlank() && text.indexOf('\0') < 0;
    }
}
