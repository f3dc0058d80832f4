package org.yol.programs.call;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
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

    CallWriting(Calls calls, Programmes programmes, Hosts hosts) {
        this.calls = calls;
        this.programmes = programmes;
        this.hosts = hosts;
    }

    Call create(String programmeId, CallRequest request, Caller coordinator, RequestIdentity identity) {
        Programme programme = programmes.get(programmeId);
        ProgrammeAccess.requireOwn(programme.provider().id(), coordinator);
        return calls.add(Call.draft(identity.derivedId(), programme, terms(request)), identity);
    }

    Call edit(String id, CallRequest request, Caller coordinator, ExpectedVersion seen) {
        ProgrammeAccess.requireOwn(calls.get(id).providerId(), coordinator);
        Terms terms = terms(request);
        return calls.change(id, seen, call -> call.edit(terms));
    }

    private Terms terms(CallRequest request) {
        Set<String> hostIds = request.statedPlaces().stream()
                .map(CallRequest.PlaceRequest::hostId)
                .collect(Collectors.toSet());
        return TermsReading.read(request, hosts.find(hostIds));
    }
}
