package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Which applications a person may see in which role: their own as a student, those with a choice at their university as
 * a reviewer, those of their own programmes as a coordinator, those of their country's citizens as an authority, all as
 * an auditor. What was never handed in is its student's alone. Once as a query and once for one application; a test
 * holds the two together.
 */
final class Visibility {

    private static final Bson HANDED_IN = exists("receipt");

    private Visibility() {}

    static boolean allows(Caller caller, Application application) {
        return caller.roles().stream().anyMatch(role -> allows(caller, role, application));
    }

    static boolean allows(Caller caller, Role role, Application application) {
        if (!caller.is(role)) {
            return false;
        }
        boolean handedIn = application.receipt() != null;
        return switch (role) {
            case STUDENT -> application.student().id().equals(caller.id());
            case REVIEWER ->
                handedIn
                        && application.state() != ApplicationState.WITHDRAWN
                        && caller.organization() != null
                        && application.hosts().contains(caller.organization());
            case COORDINATOR -> handedIn && application.provider().equals(caller.organization());
            case AUTHORITY ->
                handedIn
                        && caller.country() != null
                        && caller.country().equals(application.student().country());
            case AUDITOR -> handedIn;
        };
    }

    /** What the caller may see in any of these roles. */
    static Bson filter(Caller caller, Set<Role> roles) {
        List<Bson> alternatives = caller.roles().stream()
                .filter(roles::contains)
                .map(role -> filter(caller, role))
                .toList();
        return alternatives.isEmpty() ? in("_id", List.of()) : or(alternatives);
    }

    private static Bson filter(Caller caller, Role role) {
        return switch (role) {
            case STUDENT -> eq("student.id", caller.id());
            case REVIEWER ->
                and(
                        HANDED_IN,
                        eq("hosts", String.valueOf(caller.organization())),
                        ne("state", ApplicationState.WITHDRAWN.name()));
            case COORDINATOR -> and(HANDED_IN, eq("provider", String.valueOf(caller.organization())));
            case AUTHORITY -> and(HANDED_IN, eq("student.country", String.valueOf(caller.country())));
            case AUDITOR -> HANDED_IN;
        };
    }
}
