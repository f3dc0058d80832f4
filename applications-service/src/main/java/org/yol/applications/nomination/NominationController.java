package org.yol.applications.nomination;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Summaries;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** What authorities nominate: each for the citizens of its own country. */
@RestController
@RequestMapping("/api/nominations")
class NominationController {

    private static final Set<ApplicationState> NOT_THERE =
            EnumSet.of(ApplicationState.DRAFT, ApplicationState.WITHDRAWN, ApplicationState.UNKNOWN);
    private static final List<String> STANDING = EnumSet.complementOf(EnumSet.copyOf(NOT_THERE)).stream()
            .map(Enum::name)
            .toList();

    private final Nominations nominations;
    private final Summaries<ApplicationSummary> applications;
    private final Calls calls;
    private final Clock clock;

    NominationController(Nominations nominations, Applications applications, Calls calls, Clock clock) {
        this.nominations = nominations;
        this.applications = applications.summaries();
        this.calls = calls;
        this.clock = clock;
    }

    record ListRequest(
            @NotNull @Size(max = 1_000) List<@NotBlank @Size(max = 100) String> ranked,
            @NotNull @Size(max = 2_000) List<@Valid DeclinedRequest> declined) {}

    record DeclinedRequest(
            @NotBlank @Size(max = 100) String applicationId,
            @NotBlank @Size(max = 1_000) String reason) {}

    @GetMapping("/calls")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(
            summary = "The calls for which the caller's authority nominates",
            description = "Those with applications of its citizens, or for which it has written a list.")
    List<NominationCall> calls(Caller caller) {
        if (caller.country() == null) {
            return List.of();
        }
        String country = caller.country();
        List<Call> nominating = calls.forNominated(country);
        List<String> ids = nominating.stream().map(Call::id).toList();
        Map<String, Nomination> lists = nominations.get(ids, country);
        Map<String, Long> standing = applications.counts(
                "call.id", and(in("call.id", ids), eq("student.country", country), in("life.state", STANDING)));
        return nominating.stream()
                .map(call -> row(
                        call,
                        lists.getOrDefault(call.id(), Nomination.none(call.id(), country)),
                        standing.getOrDefault(call.id(), 0L)))
                .filter(row -> row.applications() + row.ranked() + row.declined() > 0)
                .sorted(NominationCall.MOST_URGENT_FIRST)
                .toList();
    }

    private static NominationCall row(Call call, Nomination list, long standing) {
        OptionalInt most = call.nominationsAtMost(list.country());
        return new NominationCall(
                call.id(),
                call.programmeId(),
                call.title(),
                call.deadline(list.country()).shown().toOffsetDateTime(),
                call.zone(),
                standing,
                list.ranked().size(),
                most.isPresent() ? most.getAsInt() : null,
                list.declined().size(),
                list.sentAt());
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "What the authorities of all countries have sent for a call")
    List<NominationView> sent(@RequestParam String callId, Caller caller) {
        Call call = calls.find(callId)
                .filter(Call::isForNominated)
                .filter(known -> caller.is(Role.AUDITOR) || known.providerId().equals(caller.organization()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return nominations.sent(callId).stream()
                .map(list -> view(list, call, EnumSet.of(Role.COORDINATOR, Role.AUDITOR), caller))
                .toList();
    }

    @GetMapping("/{callId}")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(summary = "The list of the caller's authority for a call; version 0 while nothing is written")
    ResponseEntity<NominationView> get(@PathVariable String callId, Caller caller) {
        Call call = nominating(callId, caller);
        return answer(nominations.get(callId, caller.country()), call, caller);
    }

    @PutMapping("/{callId}")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(
            summary = "Writes the list: whom the authority nominates, the first choice first, and whom not, and why",
            description =
                    "Nobody is told before it is sent. If-Match states its version: \"0\" for the first. It nominates no"
                            + " more than the call lets the country.")
    ResponseEntity<NominationView> write(
            @PathVariable String callId,
            @RequestBody @Valid ListRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Call call = nominating(callId, caller);
        List<Nomination.Declined> declined = request.declined().stream()
                .map(each -> new Nomination.Declined(each.applicationId(), each.reason()))
                .toList();
        Nomination blank = Nomination.none(callId, caller.country());
        refuseOthers(request, blank, caller);
        return answer(
                nominations.write(
                        blank, request.ranked(), declined, call.nominationsAtMost(caller.country()), expected),
                call,
                caller);
    }

    @PostMapping("/{callId}/sending")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(
            summary = "Sends the list for good, once the call has closed for the authority's country",
            description =
                    "If-Match states its version. Applications that are nominated may be reviewed from then on, and"
                            + " students are told, those on neither list too; what was withdrawn in the meantime is left out."
                            + " Refused with nomination-quota when it names more than the call allows by then.")
    ResponseEntity<NominationView> send(
            @PathVariable String callId, ExpectedVersion expected, IdempotencyKey key, Caller caller) {
        Call call = nominating(callId, caller);
        Nomination sent = nominations.send(
                Nomination.id(callId, caller.country()),
                expected,
                key.with(Map.of()),
                list -> list.send(call, clock.instant())
                        .recording(caller.act(
                                "nominations-sent",
                                Role.AUTHORITY,
                                callId,
                                Map.of(
                                        "country",
                                        list.country(),
                                        "nominated",
                                        list.ranked().toString(),
                                        "declined",
                                        list.declined().stream()
                                                .map(Nomination.Declined::applicationId)
                                                .toList()
                                                .toString()))));
        return answer(sent, call, caller);
    }

    private Call nominating(String callId, Caller caller) {
        return calls.find(callId)
                .filter(Call::isForNominated)
                .filter(call -> caller.country() != null && call.origins().contains(caller.country()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** What was listed and withdrawn since may stay: it is left out in the end. */
    private void refuseOthers(ListRequest request, Nomination blank, Caller caller) {
        List<String> asked = new ArrayList<>(request.ranked());
        request.declined().forEach(each -> asked.add(each.applicationId()));
        Set<String> known = visible(asked, blank.callId(), EnumSet.of(Role.AUTHORITY), caller)
                .keySet();
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            if (!known.contains(asked.get(index))) {
                int ranked = request.ranked().size();
                errors.add(FieldError.of(
                        index < ranked ? "/ranked/" + index : "/declined/" + (index - ranked) + "/applicationId",
                        "nomination.no-candidate"));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    private Map<String, ApplicationSummary> visible(List<String> ids, String callId, Set<Role> roles, Caller caller) {
        return applications.find(ids, and(eq("call.id", callId), Visibility.filter(caller, roles))).stream()
                .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
    }

    private NominationView view(Nomination list, Call call, Set<Role> roles, Caller caller) {
        return NominationView.of(list, call, visible(list.listed(), call.id(), roles, caller), clock.instant());
    }

    private ResponseEntity<NominationView> answer(Nomination list, Call call, Caller caller) {
        return Representation.of(list, view(list, call, EnumSet.of(Role.AUTHORITY), caller));
    }
}
