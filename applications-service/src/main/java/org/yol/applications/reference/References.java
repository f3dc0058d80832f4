package org.yol.applications.reference;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AskedReferee;
import org.yol.applications.application.Referees;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.Residence;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.Deadline;
import org.yol.contracts.ReferenceMail;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The references that students ask for, and the clock that reminds of them. */
@Component
class References implements Referees {

    /** While the call or the application is not known here. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final PersonalCollection<Reference> references;
    private final Applications applications;
    private final Calls calls;
    private final Invitations invitations;
    private final Clock clock;

    References(
            PersonalDatabases databases, Applications applications, Calls calls, Invitations invitations, Clock clock) {
        this.references =
                databases.open("references", Reference.class, List.of(new IndexModel(ascending("applicationId"))));
        this.applications = applications;
        this.calls = calls;
        this.invitations = invitations;
        this.clock = clock;
        references.work(WorkPlan.of(Reference.WATCHING).sweptEvery(Duration.ofSeconds(5)), this::watch);
    }

    /** The id of a referee's reference for an application: always the same, so that nobody is asked twice. */
    static String id(Application application, String email) {
        UUID name = UUID.nameUUIDFromBytes(
                (application.id() + "\n" + Referee.compared(email)).getBytes(StandardCharsets.UTF_8));
        return Residence.of(application.student().country()).id(name.toString());
    }

    /** All that were ever named for an application, in the order of naming. */
    List<Reference> of(String applicationId) {
        return references.of(applicationId).list(eq("applicationId", applicationId)).stream()
                .sorted(Comparator.comparing(Reference::namedAt).thenComparing(Reference::id))
                .toList();
    }

    @Override
    public List<AskedReferee> asked(String applicationId) {
        return of(applicationId).stream()
                .filter(Reference::isAsked)
                .map(reference -> new AskedReferee(
                        reference.referee().name(),
                        reference.referee().institution(),
                        reference.referee().email(),
                        reference.referee().relation(),
                        reference.askedAt()))
                .toList();
    }

    @Override
    public Map<String, Integer> numbersAsked(Collection<String> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : references.list(in("applicationId", applicationIds)).stream()
                        .filter(Reference::isAsked)
                        .collect(Collectors.toMap(Reference::applicationId, _ -> 1, Integer::sum));
    }

    @Override
    public Map<String, Set<String>> domainsAsked(Collection<String> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : references.list(in("applicationId", applicationIds)).stream()
                        .filter(Reference::isAsked)
                        .collect(Collectors.groupingBy(
                                Reference::applicationId,
                                Collectors.mapping(
                                        reference -> reference.referee().domain(), Collectors.toUnmodifiableSet())));
    }

    /** The reference of that id, whoever may see it. */
    Optional<Reference> find(String id) {
        return references.find(id);
    }

    /**
     * Names a referee, whom the student may have taken off the list before.
     *
     * @throws Refused field-errors for somebody who is on it
     */
    Reference name(Application application, Referee referee, RequestIdentity request) {
        Reference named = Reference.named(id(application, referee.email()), application, referee, clock.instant());
        try {
            return references.of(named.id()).insert(Change.silent(named), request);
        } catch (AlreadyExists exists) {
            if (exists.existing(Reference.class).state() != ReferenceState.WITHDRAWN) {
                throw Refused.because(List.of(FieldError.of("/email", "referee.twice")));
            }
            return references
                    .of(named.id())
                    .change(named.id(), request, current -> current.namedAgain(referee, clock.instant()));
        }
    }

    /**
     * Changes a student's own.
     *
     * @throws Refused not-found for another's; stale-version
     */
    Reference change(
            String id,
            String studentId,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Reference, Change<Reference>> operation) {
        return references
                .of(id)
                .change(
                        id,
                        reference -> {
                            if (!reference.student().id().equals(studentId)) {
                                throw new Refused(Problem.NOT_FOUND);
                            }
                        },
                        expected,
                        request,
                        operation);
    }

    /** Changes one because of something that happened elsewhere, once however often it is told. */
    Reference change(String id, RequestIdentity cause, Function<Reference, Change<Reference>> operation) {
        return references.of(id).change(id, cause, operation);
    }

    Reference change(String id, Function<Reference, Change<Reference>> operation) {
        return references.of(id).change(id, operation);
    }

    /** Takes a reference away, for good. */
    void remove(String id) {
        references.of(id).remove(id);
    }

    /** Does something about references that will not be sent any more. */
    PersonalCollection.Work forgetting(Task<Reference> task) {
        return references.work(WorkPlan.of(Reference.FORGETTING), task);
    }

    /** Until when a reference is taken. */
    static Deadline closes(Call call, Application application) {
        return call.referencesClose(application.student().country());
    }

    private Outcome watch(Reference reference, Claim claim) {
        Optional<Application> application = applications.find(reference.applicationId());
        Optional<Call> call = calls.find(reference.call().id());
        if (application.isEmpty() || call.isEmpty()) {
            return Outcome.again(clock.instant().plus(LOOK_AGAIN));
        }
        Deadline closes = closes(call.get(), application.get());
        TimeLeft left = new TimeLeft(clock.instant(), closes.end());
        if (application.get().state() == ApplicationState.WITHDRAWN && !left.isOver()) {
            // It may be begun again, and then goes on.
            return Outcome.again(left.next());
        }
        Mailing mailing = invitations.mailing(ReferenceMail.REMINDED, reference, reference.studentName(), closes);
        boolean missed = application.get().isHandedIn() && application.get().state() != ApplicationState.WITHDRAWN;
        references.of(reference.id()).change(claim, current -> current.watched(mailing, left, missed));
        return Outcome.WRITTEN;
    }
}
