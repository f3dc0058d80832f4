package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Which applications a person may see in which role: their own as a student, those with a choice at their university as
 * a reviewer, those of their own programmes as a coordinator, those of their country's citizens as an authority, all as
 * an auditor. A draft is its student's alone. Once as a query and once for one application; a test holds the two
 * together.
 */
final class Visibility {

    private static final Set<ApplicationState> NOT_HANDED_IN =
            EnumSet.of(ApplicationState.DRAFT, ApplicationState.WITHDRAWN);

    private Visibility() {}

    static boolean allows(Caller caller, Application application) {
        return caller.roles().stream().anyMatch(role -> allows(caller, role, application));
    }

    static boolean allows(Caller caller, Role role, Application application) {
        if (!caller.is(role)) {
            return false;
        }
        boolean draft = application.state() == ApplicationState.DRAFT;
        return switch (role) {
            case STUDENT -> application.student().id().equals(caller.id());
            case REVIEWER ->
                caller.organization() != null
                        && application.hosts().contains(caller.organization())
                        && !NOT_HANDED_IN.contains(application.state());
            case COORDINATOR -> application.provider().equals(caller.organization()) && !draft;
            case AUTHORITY ->
                caller.country() != null
                        && caller.country().equals(application.student().country())
                        && !draft;
            case AUDITOR -> !draft;
        };
    }

    static Bson filter(Caller caller) {
        List<Bson> alternatives =
                caller.roles().stream().map(role -> filter(caller, role)).toList();
        return alternatives.isEmpty() ? in("_id", List.of()) : or(alternatives);
    }

    private static Bson filter(Caller caller, Role role) {
        Bson handedIn = ne("state", ApplicationState.DRAFT.name());
        return switch (role) {
            case STUDENT -> eq("student.id", caller.id());
            case REVIEWER ->
                and(
                        eq("hosts", String.valueOf(caller.organization())),
                        nin("state", NOT_HANDED_IN.stream().map(Enum::name).toList()));
            case COORDINATOR -> and(eq("provider", String.valueOf(caller.organization())), handedIn);
            case AUTHORITY -> and(eq("student.country", String.valueOf(caller.country())), handedIn);
            case AUDITOR -> handedIn;
        };
    }
}
