package org.yol.applications.nomination;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applicant;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.CallReference;
import org.yol.applications.application.Student;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.IntakeMode;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/** The lists of the authorities, and the steps by which the applications come to know of them. */
@Component
@Order(45)
public class Nominations implements PersonalData {

    /** What is not written down when a process ends is done once more, and changes nothing then. */
    private static final int WRITTEN_DOWN_EACH = 50;

    /** A request waits for the first of them, which are all as a rule. */
    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    /** In this order, since a correction that is handed in meanwhile leads from the one to the other. */
    private static final List<ApplicationState> LEFT_OVER =
            List.of(ApplicationState.RETURNED, ApplicationState.SUBMITTED);

    private final PersonalCollection<Nomination> nominations;
    private final PersonalCollection.Work telling;
    private final Applications applications;
    private final Clock clock;

    Nominations(PersonalDatabases databases, Applications applications, Clock clock) {
        this.nominations =
                databases.open("nominations", Nomination.class, List.of(new IndexModel(ascending("callId"))));
        this.applications = applications;
        this.clock = clock;
        this.telling = nominations.work(WorkPlan.of(Nomination.SPREADING), this::tell);
    }

    /** The list of a country for a call; one with version 0 when nothing was written yet. */
    Nomination get(String callId, String country) {
        return nominations.find(Nomination.id(callId, country)).orElseGet(() -> Nomination.none(callId, country));
    }

    /** The lists of a country for some calls, by call; without those that are not written yet. */
    Map<String, Nomination> get(Collection<String> callIds, String country) {
        List<String> ids =
                callIds.stream().map(callId -> Nomination.id(callId, country)).toList();
        return nominations.find(ids).values().stream()
                .collect(Collectors.toMap(Nomination::callId, Function.identity()));
    }

    /** The lists of all countries for a call that are sent. */
    List<Nomination> sent(String callId) {
        return nominations.list(and(eq("callId", callId), exists("sentAt")));
    }

    /**
     * Writes a list, or the first of it.
     *
     * @throws org.yol.platform.problem.Refused stale-version, and what {@link Nomination#write} refuses
     */
    Nomination write(
            Nomination blank,
            List<String> ranked,
            List<Nomination.Declined> declined,
            OptionalInt most,
            ExpectedVersion expected) {
        return nominations
                .of(blank.id())
                .put(
                        blank,
                        expected,
                        RequestIdentity.ofCause("nomination list", blank.id()),
                        known -> known.says(ranked, declined),
                        known -> known.write(ranked, declined, most));
    }

    /** Sends a list, and tells those whom it names. */
    Nomination send(
            String id,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Nomination, Change<Nomination>> operation) {
        nominations.of(id).change(id, Guard.none(), expected, request, operation);
        telling.performNow(id);
        return nominations.find(id).orElseThrow();
    }

    /**
     * What the lists that are sent say of each of these applications, by application; without those of no such list.
     */
    public Map<String, Standing> standings(Collection<Nominee> applications) {
        Map<String, String> listOf = applications.stream()
                .filter(each -> each.call().intake() == IntakeMode.NOMINATED)
                .filter(each -> each.student().country() != null)
                .collect(Collectors.toMap(
                        Nominee::id,
                        each -> Nomination.id(each.call().id(), each.student().country())));
        Map<String, Map<String, Standing>> said = new HashMap<>();
        nominations.find(Set.copyOf(listOf.values())).values().stream()
                .filter(Nomination::isSent)
                .forEach(list -> said.put(list.id(), list.standings()));
        return listOf.entrySet().stream()
                .filter(each -> said.containsKey(each.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> said.get(each.getValue()).getOrDefault(each.getKey(), Standing.ON_NEITHER)));
    }

    /** The same of one application; empty where no list that is sent is about it. */
    public Optional<Standing> standing(Application application) {
        Nominee nominee = new Nominee(application.id(), application.call(), application.student());
        return Optional.ofNullable(standings(List.of(nominee)).get(application.id()));
    }

    @Override
    public void erase(Person person) {
        person.applications().stream()
                .flatMap(id -> applications.find(id).stream())
                .filter(application -> application.student().country() != null)
                .forEach(application -> nominations
                        .find(Nomination.id(
                                application.call().id(), application.student().country()))
                        .ifPresent(list ->
                                nominations.of(list.id()).change(list.id(), each -> each.without(application.id()))));
    }

    /** As much of an application as says which list it may be in. */
    public record Nominee(String id, CallReference call, Student student) {}

    /** May come twice: each application knows whether it was told. */
    private Outcome tell(Nomination list, Claim claim) {
        List<String> listed = list.listed();
        Instant end = clock.instant().plus(AT_A_TIME);
        int told = list.told();
        while (told < listed.size()) {
            int upTo = Math.min(listed.size(), told + WRITTEN_DOWN_EACH);
            for (int index = told; index < upTo; index++) {
                tell(list, listed.get(index), list.reason(index));
            }
            told = upTo;
            int known = told;
            if (nominations
                    .of(list.id())
                    .change(claim, current -> current.told(known))
                    .isEmpty()) {
                return Outcome.WRITTEN;
            }
            if (clock.instant().isAfter(end)) {
                return Outcome.again(clock.instant());
            }
        }
        return tellOthers(list, end);
    }

    /** Those who are on neither list. Whoever is told is not found any more: nothing has to be written down. */
    private Outcome tellOthers(Nomination list, Instant end) {
        for (ApplicationState state : LEFT_OVER) {
            String next = null;
            do {
                Page<Applicant> some = applications.unnominated(
                        list.callId(), list.country(), state, new PageRequest(WRITTEN_DOWN_EACH, next));
                some.items().forEach(applicant -> passOver(list, applicant));
                next = some.next();
                if (next != null && clock.instant().isAfter(end)) {
                    return Outcome.again(clock.instant());
                }
            } while (next != null);
        }
        return Outcome.DONE;
    }

    private void passOver(Nomination list, Applicant applicant) {
        applications.change(
                applicant.id(),
                RequestIdentity.ofCause("nomination", list.id(), applicant.id()),
                application -> application.passOver(list.sentAt()));
    }

    private void tell(Nomination list, String applicationId, Optional<String> reason) {
        // What was erased in the meantime has nobody to be told.
        if (applications.find(applicationId).isPresent()) {
            Function<Application, Change<Application>> step =
                    application -> reason.map(why -> application.declineNomination(why, list.sentAt()))
                            .orElseGet(() -> application.nominate(list.sentAt()));
            applications.change(applicationId, RequestIdentity.ofCause("nomination", list.id(), applicationId), step);
        }
    }
}
