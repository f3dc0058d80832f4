package org.yol.applications.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Visibility;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.dossier.Dossiers;
import org.yol.applications.dossier.PersonName;
import org.yol.applications.file.GivenFiles;
import org.yol.applications.person.Aliases;
import org.yol.applications.reference.ReferencesView.OfReader;
import org.yol.applications.reference.ReferencesView.OfStudent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.Deadline;
import org.yol.contracts.ReferenceMail;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.trail.Act;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** What students do about their references, and what those read of them who judge the application. */
@RestController
class ReferenceController {

    private static final Set<Role> READERS = Set.of(Role.COORDINATOR, Role.REVIEWER, Role.AUDITOR);

    private final References references;
    private final Letters letters;
    private final Applications applications;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Invitations invitations;
    private final GivenFiles files;
    private final AuditTrail trail;
    private final Aliases aliases;
    private final Clock clock;

    ReferenceController(
            References references,
            Letters letters,
            Applications applications,
            Dossiers dossiers,
            Calls calls,
            Invitations invitations,
            GivenFiles files,
            AuditTrail trail,
            Aliases aliases,
            Clock clock) {
        this.references = references;
        this.letters = letters;
        this.applications = applications;
        this.dossiers = dossiers;
        this.calls = calls;
        this.invitations = invitations;
        this.files = files;
        this.trail = trail;
        this.aliases = aliases;
        this.clock = clock;
    }

    record RequestRequest() {}

    record ReminderRequest() {}

    record WithdrawalRequest() {}

    @GetMapping("/api/applications/{id}/references")
    @PreAuthorize("hasAnyRole('STUDENT', 'REVIEWER', 'COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "The references to an application",
            description =
                    "To its student how each stands; to its reviewers, coordinators and auditors what they say, too.")
    ReferencesView<?> list(@PathVariable String id, Caller caller) {
        Application application = applications.get(id, caller);
        if (Visibility.allows(caller, Role.STUDENT, application)) {
            return ofStudent(application);
        }
        ReferencesView<OfReader> read = ofReader(readable(application, caller));
        if (read.items().stream().anyMatch(reference -> reference.letter() != null)) {
            enterRead(application, caller);
        }
        return read;
    }

    private ReferencesView<OfStudent> ofStudent(Application application) {
        Call call = calls.get(application.call().id());
        Deadline closes = References.closes(call, application);
        TimeLeft left = new TimeLeft(clock.instant(), closes.end());
        List<Reference> named = references.of(application.id());
        boolean may = application.state() != ApplicationState.WITHDRAWN
                && !left.isOver()
                && ReferencesView.isRoom(call, named);
        return ReferencesView.of(
                call,
                closes,
                may ? List.of("name") : List.of(),
                named.stream()
                        .filter(reference -> reference.state() != ReferenceState.WITHDRAWN)
                        .map(reference -> OfStudent.of(reference, left))
                        .toList());
    }

    private ReferencesView<OfReader> ofReader(Application application) {
        Call call = calls.get(application.call().id());
        List<Reference> asked = references.of(application.id()).stream()
                .filter(reference -> reference.isAsked() || reference.state() == ReferenceState.DECLINED)
                .toList();
        Map<String, Letter> sent =
                letters.sent(asked.stream().map(Reference::id).toList());
        boolean blind = isBlind(application);
        return ReferencesView.of(
                call,
                // A day that was moved for some tells of which country somebody is.
                blind ? call.referencesClose(null) : References.closes(call, application),
                List.of(),
                asked.stream()
                        .map(reference -> OfReader.of(reference, sent.get(reference.id())))
                        .map(read -> blind ? read.called(aliases.of(read.id())) : read)
                        .toList());
    }

    @GetMapping("/api/applications/{id}/references/{referenceId}/file")
    @PreAuthorize("hasAnyRole('REVIEWER', 'COORDINATOR', 'AUDITOR')")
    @Operation(summary = "The file that a referee has sent")
    ResponseEntity<Resource> file(
            @PathVariable String id,
            @PathVariable String referenceId,
            @Parameter(hidden = true) HttpServletRequest request,
            Caller caller) {
        Application application = readable(applications.get(id, caller), caller);
        Letter letter = references
                .find(aliases.idOf(referenceId).orElse(referenceId))
                .filter(reference -> reference.applicationId().equals(application.id())
                        && reference.state() == ReferenceState.RECEIVED)
                .flatMap(reference -> Optional.ofNullable(
                        letters.sent(List.of(reference.id())).get(reference.id())))
                .filter(sent -> sent.file() != null)
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        enterRead(application, caller);
        AttachedDocument file = isBlind(application) ? letter.file().unnamed() : letter.file();
        return files.answer(application.student(), file, request);
    }

    private void enterRead(Application application, Caller caller) {
        trail.enter(caller.act("reference-read", Visibility.role(caller, application), application.id(), Map.of()));
    }

    private static boolean isBlind(Application application) {
        return application.student().lacksName();
    }

    private static Application readable(Application application, Caller caller) {
        if (!Visibility.allows(caller, READERS, application)) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return application;
    }

    @PostMapping("/api/applications/{id}/references")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Names a referee, who is not asked yet")
    ResponseEntity<OfStudent> name(
            @PathVariable String id, @RequestBody @Valid RefereeRequest request, IdempotencyKey key, Caller caller) {
        Application application = own(id, caller);
        Call call = calls.get(application.call().id());
        TimeLeft left = left(References.closes(call, application));
        Referee referee = request.referee(caller.email());
        List<Reference> named = references.of(application.id());
        if (call.references() == 0) {
            throw Refused.because(List.of(FieldError.of("/name", "references.not-asked")));
        }
        boolean known = named.stream()
                .anyMatch(reference -> reference.id().equals(References.id(application, referee.email())));
        if (!known && !ReferencesView.isRoom(call, named)) {
            throw new Refused(ReferenceProblem.TOO_MANY_REFEREES, call.references());
        }
        Reference made = references.name(application, referee, key.with(request));
        return Representation.created(
                URI.create("/api/applications/" + application.id() + "/references"), made, OfStudent.of(made, left));
    }

    @PostMapping("/api/references/{referenceId}/request")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Asks the referee, by a mail with a one-time link")
    ResponseEntity<OfStudent> ask(
            @PathVariable String referenceId,
            @RequestBody(required = false) RequestRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application application = applicationOf(referenceId, caller);
        Call call = calls.get(application.call().id());
        Deadline closes = References.closes(call, application);
        TimeLeft left = left(closes);
        String name = passportName(caller);
        return answer(
                references.change(
                        referenceId,
                        caller.id(),
                        expected,
                        key.with(new RequestRequest()),
                        reference -> reference
                                .ask(
                                        invitations.mailing(ReferenceMail.ASKED, reference, name, closes),
                                        name,
                                        left,
                                        call.zoneId())
                                .recording(act("reference-asked", reference, caller))),
                left);
    }

    @PostMapping("/api/references/{referenceId}/reminder")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Writes to the referee once more: at most once a day, and five times in all")
    ResponseEntity<OfStudent> remind(
            @PathVariable String referenceId,
            @RequestBody(required = false) ReminderRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application application = applicationOf(referenceId, caller);
        Call call = calls.get(application.call().id());
        Deadline closes = References.closes(call, application);
        TimeLeft left = left(closes);
        return answer(
                references.change(
                        referenceId,
                        caller.id(),
                        expected,
                        key.with(new ReminderRequest()),
                        reference -> reference.remind(
                                invitations.mailing(ReferenceMail.REMINDED, reference, reference.studentName(), closes),
                                left.now(),
                                call.zoneId())),
                left);
    }

    @PostMapping("/api/references/{referenceId}/withdrawal")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Takes the request back, or the name off the list, until there is an answer")
    ResponseEntity<OfStudent> withdraw(
            @PathVariable String referenceId,
            @RequestBody(required = false) WithdrawalRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Reference withdrawn = references.change(
                referenceId,
                caller.id(),
                expected,
                key.with(new WithdrawalRequest()),
                reference ->
                        reference.withdraw(clock.instant()).recording(act("reference-withdrawn", reference, caller)));
        letters.forget(referenceId);
        return answer(withdrawn, new TimeLeft(clock.instant(), clock.instant()));
    }

    private static Act act(String kind, Reference reference, Caller caller) {
        return caller.act(kind, Role.STUDENT, reference.applicationId(), Map.of("reference", reference.id()));
    }

    /** As in the passport; as the account knows the student while that is not said. */
    private String passportName(Caller caller) {
        PersonName passport = dossiers.of(caller).particulars().passportName();
        String name = passport == null ? "" : passport.called();
        return name.isEmpty() ? caller.name() : name;
    }

    private static ResponseEntity<OfStudent> answer(Reference reference, TimeLeft left) {
        return Representation.of(reference, OfStudent.of(reference, left));
    }

    private Application applicationOf(String referenceId, Caller caller) {
        Reference reference = references
                .find(referenceId)
                .filter(known -> known.student().id().equals(caller.id()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return own(reference.applicationId(), caller);
    }

    private Application own(String id, Caller caller) {
        Application application = applications.get(id, caller, Role.STUDENT);
        application.refuseUnless(application.state() != ApplicationState.WITHDRAWN);
        return application;
    }

    private TimeLeft left(Deadline closes) {
        TimeLeft left = new TimeLeft(clock.instant(), closes.end());
        if (left.isOver()) {
            throw new Refused(ReferenceProblem.REFERENCES_CLOSED, closes.shown());
        }
        return left;
    }
}
