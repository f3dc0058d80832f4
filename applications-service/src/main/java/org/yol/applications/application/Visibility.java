package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.conversions.Bson;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Which applications a person may see in which role: their own as a student, those with a choice at their university as
 * a reviewer, those of their own programmes as a coordinator, those of their country's citizens as an authority, all as
 * an auditor. What was never handed in is its student's alone, and nobody sees their own in another role than the
 * student's. Once as a query and once for one application; a test holds the two together.
 */
public final class Visibility {

    private static final Bson HANDED_IN = exists("life.receipt");

    private Visibility() {}

    /** Whether a caller may see an application in any role. */
    public static boolean allows(Caller caller, Visible application) {
        return allows(caller, caller.roles(), application);
    }

    /** Whether a caller may see an application in one of these roles. */
    public static boolean allows(Caller caller, Collection<Role> roles, Visible application) {
        return roles.stream().anyMatch(role -> allows(caller, role, application));
    }

    /** The role in which a caller sees an application that they may see. */
    public static Role role(Caller caller, Visible application) {
        return caller.roles().stream()
                .filter(role -> allows(caller, role, application))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether a caller may see, and act on, an application in a role. */
    public static boolean allows(Caller caller, Role role, Visible application) {
        boolean own = application.student().id().equals(caller.id());
        if (!caller.is(role) || own != (role == Role.STUDENT)) {
            return false;
        }
        return switch (role) {
            case STUDENT -> true;
            case REVIEWER ->
                application.isHandedIn()
                        && application.state() != ApplicationState.WITHDRAWN
                        && caller.organization() != null
                        && application.hosts().contains(caller.organization());
            case COORDINATOR ->
                application.isHandedIn() && application.call().provider().equals(caller.organization());
            case AUTHORITY ->
                application.isHandedIn()
                        && caller.country() != null
                        && caller.country().equals(application.student().country());
            case AUDITOR -> application.isHandedIn();
        };
    }

    /** What the caller may see in any of these roles. */
    public static Bson filter(Caller caller, Collection<Role> roles) {
        // Auditors see what anybody sees who does not apply: nothing else has to be looked for.
        boolean audits = caller.is(Role.AUDITOR) && roles.contains(Role.AUDITOR);
        List<Bson> alternatives = caller.roles().stream()
                .filter(roles::contains)
                .filter(role -> !audits || role == Role.AUDITOR || role == Role.STUDENT)
                .map(role -> filter(caller, role))
                .toList();
        return switch (alternatives.size()) {
            case 0 -> in("_id", List.of());
            case 1 -> alternatives.getFirst();
            default -> or(alternatives);
        };
    }

    private static Bson filter(Caller caller, Role role) {
        if (role == Role.STUDENT) {
            return eq("student.id", caller.id());
        }
        Bson othersHandedIn = and(HANDED_IN, ne("student.id", caller.id()));
        return switch (role) {
            case REVIEWER ->
                and(
                        eq("form.hosts", String.valueOf(caller.organization())),
                        ne("life.state", ApplicationState.WITHDRAWN.name()),
                        othersHandedIn);
            case COORDINATOR -> and(eq("call.provider", String.valueOf(caller.organization())), othersHandedIn);
            case AUTHORITY -> and(eq("student.country", String.valueOf(caller.country())), othersHandedIn);
            case AUDITOR, STUDENT -> othersHandedIn;
        };
    }
}
