package org.yol.programs.call;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.programs.host.Hosts;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.Programmes;

/** Coordinators write calls for the programmes of their own provider, published ones too. */
@Service
class CallWriting {

    private final Calls calls;
    private final Programmes programmes;
    private final Hosts hosts;
    private final Clock clock;

    CallWriting(Calls calls, Programmes programmes, Hosts hosts, Clock clock) {
        this.calls = calls;
        this.programmes = programmes;
        this.hosts = hosts;
        this.clock = clock;
    }

    Call create(String programmeId, CallRequest request, Caller coordinator, RequestIdentity identity) {
        Programme programme = programmes.get(programmeId);
        ProgrammeAccess.requireOwn(programme.provider().id(), coordinator);
        return calls.add(
                Call.draft(identity.derivedId(), programme, terms(request)).add(clock.instant()), identity);
    }

    Call edit(String id, CallRequest request, Caller coordinator, ExpectedVersion seen) {
        Guard<Call> guard = call -> ProgrammeAccess.requireOwn(call.providerId(), coordinator);
        // What is wrong with a request is not told to whoever may not send it.
        guard.check(calls.get(id));
        Terms terms = terms(request);
        return calls.change(id, guard, seen, call -> call.edit(terms, clock.instant()));
    }

    private Terms terms(CallRequest request) {
        Set<String> hostIds = request.statedPlaces().stream()
                .map(CallRequest.PlaceRequest::hostId)
                .collect(Collectors.toSet());
        return TermsReading.read(request, hosts.find(hostIds));
    }
}
