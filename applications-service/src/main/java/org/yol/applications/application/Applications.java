package org.yol.applications.application;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Calls;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.person.Aliases;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.Residence;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.Event;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.CausedChange;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.startup.Preparations;
import org.yol.platform.trail.Act;

/** The collection of the applications. Whoever reads or changes one comes through here and is checked against it. */
@Component
public class Applications {

    private final PersonalCollection<Application> applications;
    private final Calls calls;
    private final Aliases aliases;

    Applications(PersonalDatabases databases, Calls calls, Aliases aliases, Preparations preparations, Clock clock) {
        this.calls = calls;
        this.aliases = aliases;
        this.applications = databases.open(
                "applications",
                Application.class,
                ApplicationForms.ALL,
                List.of(
                        new IndexModel(ascending("call.id", "student.id"), new IndexOptions().unique(true)),
                        newestFirst("student.id"),
                        newestFirst(),
                        newestFirst("life.state"),
                        newestFirst("call.provider"),
                        newestFirst("call.provider", "life.state"),
                        newestFirst("form.hosts"),
                        newestFirst("form.hosts", "life.state"),
                        newestFirst("student.country"),
                        newestFirst("student.country", "life.state"),
                        newestFirst("call.id"),
                        newestFirst("call.id", "life.state"),
                        newestFirst("call.id", "life.reviewed"),
                        newestFirst("call.id", "student.country", "life.state"),
                        new IndexModel(ascending("call.id", "student.name", "_id")),
                        new IndexModel(ascending("call.id", "life.state", "student.name", "_id")),
                        new IndexModel(ascending("searchWords", "call.id")),
                        new IndexModel(ascending("life.receipt.id"), new IndexOptions().sparse(true))));
        preparations.add("names of applications", this::keepNames);
        preparations.add("reminders of offers", () -> remindOfEarlierOffers(clock.instant()));
        applications.work(WorkPlan.of(Application.OFFER_EXPIRY).sweptEvery(Duration.ofSeconds(2)), (application, _) -> {
            Application after = change(application.id(), current -> current.expire(clock.instant()));
            // A clock may have stepped back since the work was taken up.
            return after.state() == ApplicationState.OFFERED
                    ? Outcome.again(after.offer().answerBy().plusMillis(1))
                    : Outcome.DONE;
        });
        applications.work(
                WorkPlan.of(Application.OFFER_REMINDER).sweptEvery(Duration.ofSeconds(2)), (application, claim) -> {
                    // A better place may have been offered since, or the clock have stepped back.
                    Optional<Instant> later = application.reminder(clock.instant());
                    if (later.isPresent()) {
                        return Outcome.again(later.get());
                    }
                    applications
                            .of(application.id())
                            .change(claim, recorded(null, null, current -> current.remindOfOffer(clock.instant())));
                    return Outcome.WRITTEN;
                });
        applications.work(
                WorkPlan.of(Application.CORRECTION_EXPIRY).sweptEvery(Duration.ofSeconds(2)), (application, _) -> {
                    Application after = change(application.id(), current -> current.expireCorrection(clock.instant()));
                    return after.state() == ApplicationState.RETURNED
                            ? Outcome.again(after.life().asked().end())
                            : Outcome.DONE;
                });
    }

    /** For finding applications that were stored before the words they are found by were kept as they are now. */
    public void keepNames() {
        applications.fillIn(
                "searchWords",
                application -> new BsonArray(
                        SearchWords.of(application.student(), application.form(), application.life()).stream()
                                .map(BsonString::new)
                                .toList()));
    }

    /**
     * For offers that were made before there were reminders. Who was reminded has less time left than that, so that
     * nobody is reminded twice.
     */
    public void remindOfEarlierOffers(Instant now) {
        applications
                .list(and(
                        eq("life.state", ApplicationState.OFFERED.name()),
                        eq("due." + Application.OFFER_REMINDER, null)))
                .stream()
                .filter(application -> application.reminder(now).isPresent())
                .forEach(application -> change(application.id(), current -> current.remindOfEarlierOffer(now)));
    }

    private static IndexModel newestFirst(String... equal) {
        return new IndexModel(compoundIndex(ascending(equal), descending("createdAt", "_id")));
    }

    /** The id of a student's application to a call: always the same, so that there is never a second. */
    static String id(String callId, Student student) {
        UUID name = UUID.nameUUIDFromBytes((callId + "\n" + student.id()).getBytes(StandardCharsets.UTF_8));
        return Residence.of(student.country()).id(name.toString());
    }

    /** The id under which a student applies to a call: another one after they were erased, with whom it stays. */
    String idFor(String callId, Student student) {
        String id = id(callId, student);
        for (int again = 1; find(id).filter(Application::isWithoutPerson).isPresent(); again++) {
            id = id(callId + "\n" + again, student);
        }
        return id;
    }

    /** The ids of an account's applications, wherever they lie. */
    List<String> idsOf(String account) {
        return applications.list(eq("student.id", account)).stream()
                .map(Application::id)
                .sorted()
                .toList();
    }

    /** The applications by which an account may hold a place, wherever they lie; see {@link Application#isHeld}. */
    public List<Application> held(String account) {
        return applications.list(eq("student.id", account)).stream()
                .filter(Application::isHeld)
                .toList();
    }

    /** Withdraws what may still be withdrawn, since its student is to be erased. */
    void leave(String id, Instant now) {
        change(
                id,
                application ->
                        application.isWithdrawable() ? application.withdraw(null, now) : Change.silent(application));
    }

    /** Takes the person out of an application. */
    void erase(String id) {
        change(id, application -> {
            Change<Application> erased = application.withoutPerson();
            return erased.state() == application ? erased : erased.recording(Act.ofTheClock("erased", id, Map.of()));
        });
    }

    /**
     * An application the caller may see; what they may not see is not there.
     *
     * @param named its id, or its alias: nothing but that from those who are not to know who applies, since by ids of
     *     their making they would find out
     */
    public Application get(String named, Caller caller) {
        return find(named, caller).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The same, or nothing. */
    public Optional<Application> find(String named, Caller caller) {
        return find(named, caller, caller.roles());
    }

    private Optional<Application> find(String named, Caller caller, Collection<Role> roles) {
        Optional<String> hidden = aliases.idOf(named);
        return find(hidden.orElse(named))
                .filter(application -> Visibility.allows(caller, roles, application))
                .map(application -> toRead(application, caller))
                .filter(application ->
                        hidden.isPresent() || !application.student().lacksName());
    }

    /** Whoever is not to know who applies gets it without that. */
    private Application toRead(Application application, Caller caller) {
        // Most readers review nothing, and no call has to be looked at for them.
        return caller.is(Role.REVIEWER)
                        && Blindness.hides(
                                caller,
                                application,
                                calls.recent(application.call().id()).orElse(null))
                ? application.unnamed()
                : application;
    }

    /** An application the caller may see in a role; what they may not see is not there. */
    public Application get(String named, Caller caller, Role role) {
        return find(named, caller, List.of(role)).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The application of that id, whoever may see it. */
    public Optional<Application> find(String id) {
        return applications.find(id);
    }

    /** Those of these ids that are there, by id, whoever may see them. */
    public Map<String, Application> find(Collection<String> ids) {
        return applications.find(ids);
    }

    /**
     * Whether any of a student's applications names a file.
     *
     * @param owner the student's residence and account, as in the ids of their documents
     * @param studentId the account alone
     */
    public boolean nameFile(String owner, String studentId, String sha256) {
        return applications.of(owner).list(eq("student.id", studentId)).stream()
                .anyMatch(application -> application.names(sha256));
    }

    /** What the student of applications said of themselves in the one that was written last. */
    Optional<Particulars> lastParticulars(String owner, String studentId) {
        return applications.of(owner).list(eq("student.id", studentId)).stream()
                .filter(application -> application.form().dossier() != null)
                .max(Comparator.comparing(Application::updatedAt))
                .map(application -> application.form().dossier());
    }

    /** Does something about drafts after they were withdrawn, unless they are drafts again by then. */
    public void discarding(Function<String, WorkPlan> plan, Task<Application> task) {
        applications.work(plan.apply(Application.DISCARDING), task);
    }

    /** Certifies applications after they were awarded or completed. */
    public PersonalCollection.Work certifying(Task<Application> task) {
        return applications.work(WorkPlan.of(Application.CERTIFYING), task);
    }

    /** Takes the names of its files out of a withdrawn draft. */
    public void discardFiles(String id) {
        change(id, Application::withoutFiles);
    }

    /** The applications in lists: as much of them as a row shows. */
    public Summaries<ApplicationSummary> summaries() {
        return applications.summaries(ApplicationSummary.class);
    }

    /** What may be reviewed of a call, the last one first; to be closed each. */
    public List<Results<Considered>> considered(String callId) {
        return Application.REVIEWABLE.stream()
                .map(state -> applications
                        .summaries(Considered.class)
                        .all(
                                and(eq("call.id", callId), eq("life.state", state.name())),
                                Sorting.descending("createdAt"),
                                null))
                .toList();
    }

    /** As much of an application as it takes to find who may review it; empty where nobody may now. */
    public Optional<Considered> considered(String callId, String id) {
        return applications.summaries(Considered.class).find(List.of(id), eq("call.id", callId)).stream()
                .filter(Considered::isReviewable)
                .findFirst();
    }

    /** All there are, as wholes; to be closed. */
    public Results<Application> all() {
        return applications.summaries().all(Filters.empty(), Sorting.ascending("_id"), null);
    }

    /** All to a call, as wholes, the last one first; to be closed. */
    public Results<Application> ofCall(String callId) {
        return applications.summaries().all(eq("call.id", callId), Sorting.descending("createdAt"), null);
    }

    /** All that there are of a call, as far as its lottery looks at them; to be closed. */
    public Results<Entrant> entrants(String callId) {
        return applications.summaries(Entrant.class).all(eq("call.id", callId), Sorting.descending("createdAt"), null);
    }

    /** Those who had begun to apply to a call until an instant, the last one first. */
    public Page<Applicant> applicants(String callId, Instant begunUntil, PageRequest request) {
        return applications
                .summaries(Applicant.class)
                .page(
                        and(eq("call.id", callId), lte("createdAt", begunUntil)),
                        Sorting.descending("createdAt"),
                        request);
    }

    /** The drafts of a call, the one that was made last first. */
    public Page<Draft> drafts(String callId, PageRequest request) {
        return applications
                .summaries(Draft.class)
                .page(
                        and(eq("call.id", callId), eq("life.state", ApplicationState.DRAFT.name())),
                        Sorting.descending("createdAt"),
                        request);
    }

    /**
     * Those of a country whose application to a call is in a state, and of whom its authority has said nothing, the
     * last one first.
     */
    public Page<Applicant> unnominated(String callId, String country, ApplicationState state, PageRequest request) {
        return applications
                .summaries(Applicant.class)
                .page(
                        and(unnominated(callId, country), eq("life.state", state.name())),
                        Sorting.descending("createdAt"),
                        request);
    }

    /** How many of a country may be nominated for a call, and have not been. */
    public long countUnnominated(String callId, String country) {
        return applications
                .summaries(Applicant.class)
                .count(and(
                        unnominated(callId, country),
                        in(
                                "life.state",
                                Application.NOMINABLE.stream().map(Enum::name).toList())));
    }

    private static Bson unnominated(String callId, String country) {
        return and(eq("call.id", callId), eq("student.country", country), eq("life.nominated", null));
    }

    /** The draft, or the application that is there already, which one may have even when no draft could be started. */
    Started start(
            String id, String callId, Caller caller, Supplier<Change<Application>> draft, RequestIdentity request) {
        Optional<Application> existing = find(id);
        if (existing.isPresent()) {
            return new Started(existing.get(), false);
        }
        try {
            return new Started(
                    applications
                            .of(id)
                            .insert(
                                    recorded(caller.id(), Role.STUDENT, _ -> draft.get())
                                            .apply(null),
                                    request),
                    true);
        } catch (AlreadyExists exists) {
            return new Started(exists.existing(Application.class), false);
        } catch (Refused | MongoWriteException failure) {
            // Maybe the student's account named another country when the application was begun.
            return applications.list(and(eq("call.id", callId), eq("student.id", caller.id()))).stream()
                    .findFirst()
                    .map(begun -> new Started(begun, false))
                    .orElseThrow(() -> failure);
        }
    }

    /** @return how many are told again */
    long retell() {
        return applications.retell(application -> new ApplicationEvent.ToldAgain(application.subject()));
    }

    /** @param created whether this request made it */
    record Started(Application application, boolean created) {}

    /**
     * Refuses what {@link #change} would refuse, and changes nothing.
     *
     * @return the application as it is
     * @throws Refused as {@link #change} does
     */
    public Application rehearse(
            String id, Caller caller, ExpectedVersion expected, Function<Application, Change<Application>> operation) {
        Application application = get(id, caller, Role.STUDENT);
        if (application.version() != expected.version()) {
            throw new Refused(Problem.STALE_VERSION);
        }
        operation.apply(application);
        return application;
    }

    /**
     * Changes the caller's own application.
     *
     * @throws Refused not-found for another's; stale-version
     */
    public Application change(
            String id, Caller caller, ExpectedVersion expected, Function<Application, Change<Application>> operation) {
        return applications.of(id).change(id, own(caller), expected, recorded(caller.id(), Role.STUDENT, operation));
    }

    /** The same for a request that may come again. */
    public Application change(
            String id,
            Caller caller,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Application, Change<Application>> operation) {
        return applications
                .of(id)
                .change(id, own(caller), expected, request, recorded(caller.id(), Role.STUDENT, operation));
    }

    /** What others are told of is an act; what a student only types is not. */
    private static Function<Application, Change<Application>> recorded(
            String account, Role role, Function<Application, Change<Application>> operation) {
        return application -> {
            Change<Application> change = operation.apply(application);
            for (Event event : change.events()) {
                change = change.recording(Acts.of(event, account, role, change.state()));
            }
            return change;
        };
    }

    /** Changes an application that the caller may see in a role, for a request that may come again. */
    public Application change(
            String id,
            Caller caller,
            Role role,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Application, Change<Application>> operation) {
        return applications
                .of(id)
                .change(id, seen(caller, role), expected, request, recorded(caller.id(), role, operation));
    }

    private static Guard<Application> own(Caller caller) {
        return seen(caller, Role.STUDENT);
    }

    private static Guard<Application> seen(Caller caller, Role role) {
        return application -> {
            if (!Visibility.allows(caller, role, application)) {
                throw new Refused(Problem.NOT_FOUND);
            }
        };
    }

    /** Changes an application because of something that happened elsewhere, once however often it is told. */
    public Application change(String id, RequestIdentity cause, Function<Application, Change<Application>> operation) {
        return applications.of(id).change(id, cause, recorded(null, null, operation));
    }

    /** The same with many; see {@link org.yol.platform.document.AggregateCollection#changeAll}. */
    public Map<String, Application> changeAll(List<CausedChange<Application>> changes) {
        return applications.changeAll(changes.stream()
                .map(change ->
                        new CausedChange<>(change.known(), change.cause(), recorded(null, null, change.operation())))
                .toList());
    }

    /** The same where it follows from something that its student has asked for. */
    public Application changeForStudent(
            String id, RequestIdentity cause, Function<Application, Change<Application>> operation) {
        return applications
                .of(id)
                .change(
                        id,
                        cause,
                        application -> recorded(application.student().id(), Role.STUDENT, operation)
                                .apply(application));
    }

    private Application change(String id, Function<Application, Change<Application>> operation) {
        return applications.of(id).change(id, recorded(null, null, operation));
    }
}
