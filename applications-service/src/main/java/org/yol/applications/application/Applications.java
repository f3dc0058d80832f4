package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.model.IndexModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The collection of the applications. Whoever reads or changes one comes through here and is checked against it. */
@Component
public class Applications {

    private static final List<String> HOLDING_A_SEAT = List.of(
            ApplicationState.SELECTED.name(), ApplicationState.OFFERED.name(), ApplicationState.ACCEPTED.name());

    private final AggregateCollection<Application> applications;

    Applications(AggregateCollections collections) {
        this.applications = collections.open(
                "applications",
                Application.class,
                List.of(
                        new IndexModel(compoundIndex(ascending("student.id"), descending("createdAt"))),
                        new IndexModel(compoundIndex(ascending("provider", "callId"), descending("createdAt"))),
                        new IndexModel(compoundIndex(ascending("hosts"), descending("createdAt"))),
                        new IndexModel(ascending("student.country")),
                        new IndexModel(ascending("callId", "decision.placeId"))));
    }

    /** The id of a student's application to a call: always the same, so that there is never a second. */
    static String id(String callId, String studentId) {
        return UUID.nameUUIDFromBytes((callId + "\n" + studentId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** An application the caller may see; what they may not see is not there. */
    public Application get(String id, Caller caller) {
        return applications
                .find(id)
                .filter(application -> Visibility.allows(caller, application))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The applications of a listing that the caller may see in the roles in which the listing may be asked for. */
    Page<Application> page(ApplicationListing listing, Caller caller, Set<Role> roles, PageRequest request) {
        Map<Boolean, Set<Role>> allKnowing =
                roles.stream().collect(partitioningBy(ApplicationListing.ALL_KNOWING::contains, toSet()));
        Bson inFull = and(Visibility.filter(caller, allKnowing.get(true)), listing.filter("state"));
        Bson asPublic = and(Visibility.filter(caller, allKnowing.get(false)), listing.filter("publicState"));
        return applications.page(or(inFull, asPublic), listing.sorting(), request);
    }

    /** The draft, or the application that is there already, which one may have even when no draft could be started. */
    Started start(String id, Supplier<Change<Application>> draft, RequestIdentity request) {
        Optional<Application> existing = applications.find(id);
        if (existing.isPresent()) {
            return new Started(existing.get(), false);
        }
        try {
            return new Started(applications.insert(draft.get(), request), true);
        } catch (AlreadyExists exists) {
            return new Started(exists.existing(Application.class), false);
        }
    }

    /** @param created whether this request made it */
    record Started(Application application, boolean created) {}

    /**
     * Refuses what {@link #change} would refuse, and changes nothing.
     *
     * @throws Refused as {@link #change} does
     */
    public void rehearse(
            String id,
            Caller caller,
            Role role,
            ExpectedVersion expected,
            Function<Application, Change<Application>> operation) {
        Application application = applications.find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        checked(caller, role, operation).apply(application);
        if (application.version() != expected.version()) {
            throw new Refused(Problem.STALE_VERSION);
        }
    }

    /**
     * Changes an application for somebody acting in a role.
     *
     * @throws Refused not-found for an application they may not see in that role; stale-version
     */
    public Application change(
            String id,
            Caller caller,
            Role role,
            ExpectedVersion expected,
            Function<Application, Change<Application>> operation) {
        return applications.change(id, expected, checked(caller, role, operation));
    }

    /** The same for a request that may come again. */
    public Application change(
            String id,
            Caller caller,
            Role role,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Application, Change<Application>> operation) {
        return applications.change(id, expected, request, checked(caller, role, operation));
    }

    private static Function<Application, Change<Application>> checked(
            Caller caller, Role role, Function<Application, Change<Application>> operation) {
        return application -> {
            if (!Visibility.allows(caller, role, application)) {
                throw new Refused(Problem.NOT_FOUND);
            }
            return operation.apply(application);
        };
    }

    /** How many other applications hold a seat at a place, offered or about to be. */
    public long seatsTaken(String callId, String placeId, String exceptId) {
        return applications
                .documents()
                .countDocuments(and(
                        eq("callId", callId),
                        eq("decision.placeId", placeId),
                        in("state", HOLDING_A_SEAT),
                        ne("_id", exceptId)));
    }
}
