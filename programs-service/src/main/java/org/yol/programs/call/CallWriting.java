package org.yol.programs.call;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yol.contracts.Extension;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.counts.Counts;
import org.yol.programs.host.Hosts;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.Programmes;

/**
 * Coordinators write calls for the programmes of their own provider, and change what is public by saying why. Whether
 * anybody has begun to apply is known here a moment later than it happens.
 */
@Service
public class CallWriting {

    private final Calls calls;
    private final Programmes programmes;
    private final Hosts hosts;
    private final ApplicationCounts counts;
    private final Clock clock;

    CallWriting(Calls calls, Programmes programmes, Hosts hosts, ApplicationCounts counts, Clock clock) {
        this.calls = calls;
        this.programmes = programmes;
        this.hosts = hosts;
        this.counts = counts;
        this.clock = clock;
    }

    /** A new call of a programme of the coordinator's own provider, as a draft. */
    public Call create(String programmeId, CallRequest request, Caller coordinator, RequestIdentity identity) {
        Programme programme = programmes.get(programmeId);
        ProgrammeAccess.requireOwn(programme.provider().id(), coordinator);
        return calls.add(
                Call.draft(identity.derivedId(), programme, terms(request, coordinator, List.of()))
                        .add(clock.instant()),
                identity);
    }

    /** What is wrong with a request, before anything is written; empty when nothing is. */
    public List<FieldError> errors(CallRequest request, Caller coordinator) {
        try {
            terms(request, coordinator, List.of());
            return List.of();
        } catch (Refused refused) {
            return refused.errors();
        }
    }

    /** Edits a draft, or amends what is published. */
    Call edit(String id, CallRequest request, Caller coordinator, ExpectedVersion seen) {
        Guard<Call> guard = Calls.own(coordinator);
        Call before = calls.get(id);
        // What is wrong with a request is not told to whoever may not send it.
        guard.check(before);
        // What was said once may be said again, though the programme has gone.
        Terms terms = terms(request, coordinator, before.terms().particulars().excludedProgrammes());
        Programme programme = programmes.get(before.programmeId());
        Instant now = clock.instant();
        Amendment amendment = new Amendment(now, coordinator.id(), request.reason());
        boolean begun = haveBegun(id);
        return calls.change(
                id,
                guard,
                seen,
                call -> call.isPublished() ? call.amend(terms, amendment, begun, programme) : call.edit(terms, now));
    }

    Call extend(
            String id, ExtensionRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Call before = own(id, coordinator);
        Programme programme = programmes.get(before.programmeId());
        Instant now = clock.instant();
        Instant closes = TermsReading.moment(
                "/closes", request.closes(), ZoneId.of(before.terms().zone()));
        Extension granted = new Extension(
                request.statedCountries(), closes, request.reason().strip(), now);
        return calls.change(
                id, Calls.own(coordinator), seen, identity, call -> call.extend(granted, programme, coordinator.id()));
    }

    Call closeEarly(
            String id, ClosingRequest request, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Call before = own(id, coordinator);
        Programme programme = programmes.get(before.programmeId());
        Instant closes = TermsReading.moment(
                "/closes", request.closes(), ZoneId.of(before.terms().zone()));
        Amendment amendment = new Amendment(clock.instant(), coordinator.id(), request.reason());
        boolean begun = haveBegun(id);
        return calls.change(
                id,
                Calls.own(coordinator),
                seen,
                identity,
                call -> call.closeEarly(closes, amendment, begun, programme));
    }

    private boolean haveBegun(String id) {
        return counts.of(List.of(id)).getOrDefault(id, Counts.NONE).started() > 0;
    }

    /** @throws Refused not-found, not-published: before anything is said about the request itself */
    private Call own(String id, Caller coordinator) {
        Call call = calls.get(id);
        Calls.own(coordinator).check(call);
        if (!call.isPublished()) {
            throw new Refused(Call.NOT_PUBLISHED);
        }
        return call;
    }

    private Terms terms(CallRequest request, Caller coordinator, List<String> saidBefore) {
        Set<String> hostIds = request.statedPlaces().stream()
                .map(CallRequest.PlaceRequest::hostId)
                .collect(Collectors.toSet());
        Set<String> excluded = request.statedExclusions().stream()
                .filter(id -> saidBefore.contains(id) || isKnown(id, coordinator))
                .collect(Collectors.toSet());
        return TermsReading.read(request, hosts.find(hostIds), excluded);
    }

    /** Whether a programme is there for a coordinator: drafts of others are not. */
    private boolean isKnown(String programmeId, Caller coordinator) {
        return programmes
                .find(programmeId)
                .filter(programme -> programme.isPublished()
                        || ProgrammeAccess.maySeeDrafts(programme.provider().id(), coordinator))
                .isPresent();
    }
}
