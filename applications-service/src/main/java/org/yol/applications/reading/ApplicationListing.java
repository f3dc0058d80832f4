package org.yol.applications.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.yol.applications.application.Outcome;
import org.yol.applications.application.SearchedName;
import org.yol.applications.roster.ToDo;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * What a list of applications is narrowed to and how it is ordered. Each part may be null.
 *
 * @param programmeId of all calls of a programme
 * @param state as the student knows it
 * @param decision what is decided, announced or not, the last decided first: for those only who may know
 * @param text beginnings of words of the student's name, all of which occur, whatever their case and accents; or the id
 *     of an application or of a receipt
 * @param sort by anything but the begin within one call only
 * @param place id of a place that is ranked; with this, and what follows, only applications to one call are listed, for
 *     coordinators and auditors
 * @param first whether it is the one that is wanted most
 * @param country of the student
 * @param unscoredAt id of a place at which a score is still to come
 * @param todo what is still to be done with it
 * @param mine only the caller's own; who is nothing but a student sees no others anyway
 */
record ApplicationListing(
        String callId,
        String programmeId,
        ApplicationState state,
        Outcome decision,
        @Size(max = 200) String text,
        Order sort,
        @Size(max = 200) String place,
        Boolean first,
        @Size(max = 2) String country,
        @Size(max = 200) String unscoredAt,
        ToDo todo,
        Boolean mine) {

    private static final Pattern APPLICATION = Pattern.compile("[a-z]{2}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** As it is read aloud or copied: with the hyphens of any keyboard, or without. */
    private static final Pattern RECEIPT =
            Pattern.compile("([0-9A-Fa-f]{4})[- \u2010-\u2015]?([0-9A-Fa-f]{4})[- \u2010-\u2015]?([0-9A-Fa-f]{4})");

    /** The orders offered. */
    enum Order {
        NEWEST,
        OLDEST,
        SCORE,
        NAME,
        /** The last submitted first. */
        SUBMITTED,
        /** The first submitted first. */
        EARLIEST,
        /** The highest score at the place that is asked for first. */
        PLACE_SCORE
    }

    /** The roles that see every decision and score. */
    static final Set<Role> ALL_KNOWING = EnumSet.of(Role.COORDINATOR, Role.AUDITOR);

    /** The roles that see what authorities have sent; an authority what it has sent itself. */
    static final Set<Role> RANK_KNOWING = EnumSet.of(Role.COORDINATOR, Role.AUDITOR, Role.AUTHORITY);

    /** The roles that may take a list with them as a file; of several the first one counts. */
    static final Set<Role> EXPORTING = EnumSet.of(Role.COORDINATOR, Role.AUTHORITY, Role.AUDITOR);

    /** The roles in which people read the applications of others. */
    static final Set<Role> STAFF = EnumSet.of(Role.REVIEWER, Role.COORDINATOR, Role.AUTHORITY, Role.AUDITOR);

    /** In which roles this listing is answered: nobody learns from an order what they may not know. */
    Set<Role> roles(Caller caller) {
        boolean own = Boolean.TRUE.equals(mine) || caller.roles().stream().noneMatch(STAFF::contains);
        return own ? EnumSet.of(Role.STUDENT) : STAFF;
    }

    /**
     * @throws Refused field-errors for another order than that of deciding in a list by decision, and for one by score
     *     or name over more than one call
     */
    void refuseAnotherOrder() {
        if (isOfTable()) {
            refuseAnotherTable();
            return;
        }
        if (sort == null || sort == Order.NEWEST) {
            return;
        }
        if (decision != null) {
            throw Refused.because(List.of(FieldError.of("/sort", "listing.order-of-deciding")));
        }
        if (sort != Order.OLDEST && !isOfOneCall()) {
            throw Refused.because(List.of(FieldError.of("/sort", "listing.order-in-one-call")));
        }
    }

    /** @throws Refused field-errors when it is not of one call */
    void refuseSeveralCalls() {
        if (!isOfOneCall()) {
            throw Refused.because(List.of(FieldError.of("/callId", "listing.table-of-one-call")));
        }
    }

    private void refuseAnotherTable() {
        refuseSeveralCalls();
        if (sort == Order.PLACE_SCORE && place == null) {
            throw Refused.because(List.of(FieldError.of("/place", "listing.score-at-which-place")));
        }
    }

    /** Whether it is read from the rows of the table of a call, which know more than the applications. */
    boolean isOfTable() {
        return place != null
                || country != null
                || unscoredAt != null
                || todo != null
                || sort == Order.SUBMITTED
                || sort == Order.EARLIEST
                || sort == Order.PLACE_SCORE;
    }

    boolean isByPlaceScore() {
        return sort == Order.PLACE_SCORE;
    }

    /** Which rows of the table of its call are meant; the call itself is not among the conditions. */
    Bson rows() {
        List<Bson> conditions = new ArrayList<>();
        if (place != null) {
            conditions.add(eq(Boolean.TRUE.equals(first) ? "first" : "choices", place));
        }
        if (country != null) {
            conditions.add(eq("country", country));
        }
        if (unscoredAt != null) {
            conditions.add(eq("unscored", unscoredAt));
        }
        if (todo != null) {
            conditions.add(eq("left", todo.name()));
        }
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        if (decision != null) {
            conditions.add(eq("outcome", decision.name()));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }

    /** How the rows of the table are ordered. */
    Sorting rowSorting() {
        return switch (sort == null ? Order.SUBMITTED : sort) {
            case NAME -> Sorting.ascending("name");
            case EARLIEST, OLDEST -> Sorting.ascending("submittedAt");
            case PLACE_SCORE -> Sorting.descending("score");
            case SUBMITTED, NEWEST, SCORE -> Sorting.descending("submittedAt");
        };
    }

    /** The text as conditions of rows; empty where it names a receipt, of which they do not know. */
    Optional<Bson> namedInRows() {
        if (!isByText()) {
            return Optional.of(empty());
        }
        return RECEIPT.matcher(text.strip()).matches() ? Optional.empty() : Optional.of(named(text.strip(), "words"));
    }

    /** Applications that the text names. */
    Bson named() {
        return named(text.strip(), "searchWords");
    }

    boolean isByScore() {
        return sort == Order.SCORE;
    }

    Sorting sorting() {
        return switch (sort == null ? Order.NEWEST : sort) {
            case NAME -> Sorting.ascending("student.name");
            case OLDEST -> Sorting.ascending("createdAt");
            case NEWEST, SCORE, SUBMITTED, EARLIEST, PLACE_SCORE -> Sorting.descending("createdAt");
        };
    }

    boolean isOfOneCall() {
        return callId != null && !callId.isBlank();
    }

    boolean isOfOneProgramme() {
        return programmeId != null && !programmeId.isBlank();
    }

    /**
     * Of which calls documents are wanted.
     *
     * @param field in which these documents name their call
     * @param ofProgramme ids of the calls of the programme asked for; not looked at without one
     */
    Bson ofCalls(String field, Collection<String> ofProgramme) {
        List<Bson> conditions = new ArrayList<>();
        if (isOfOneCall()) {
            conditions.add(eq(field, callId));
        }
        if (isOfOneProgramme()) {
            // Each is read in the order of an index, which among several ids would be none.
            List<Bson> each = ofProgramme.stream().map(id -> eq(field, id)).toList();
            conditions.add(each.isEmpty() ? in("_id", List.of()) : or(each));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }

    /** @param ofProgramme as for {@link #ofCalls} */
    Bson filter(Collection<String> ofProgramme) {
        List<Bson> conditions = new ArrayList<>();
        if (isOfOneCall() || isOfOneProgramme()) {
            conditions.add(ofCalls("call.id", ofProgramme));
        }
        if (state != null) {
            conditions.add(eq("life.state", state.name()));
        }
        if (isByText()) {
            conditions.add(named());
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }

    boolean isByText() {
        return text != null && !text.isBlank();
    }

    /** Whether it tells by what it holds, or by its order, who applies: by names, or by the id of an application. */
    boolean isByName() {
        return sort == Order.NAME
                || isByText() && !RECEIPT.matcher(text.strip()).matches();
    }

    /** The beginning of every word of the text in the student's name, or the whole of an id. */
    private static Bson named(String text, String field) {
        if (APPLICATION.matcher(text).matches()) {
            return eq("_id", text);
        }
        Matcher receipt = RECEIPT.matcher(text);
        if (receipt.matches()) {
            String number = String.join("-", receipt.group(1), receipt.group(2), receipt.group(3));
            return eq("life.receipt.id", number.toUpperCase(Locale.ROOT));
        }
        List<Bson> words = SearchedName.words(text).stream()
                .map(word -> regex(field, "^" + word))
                .toList();
        return words.isEmpty() ? in("_id", List.of()) : and(words);
    }
}
