package org.yol.programs.programme;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.host.Hosts;

/** What coordinators do with the programmes of their own provider. Those of others do not exist for them. */
@Service
class ProgrammeWriting {

    private final Programmes programmes;
    private final Hosts hosts;
    private final Clock clock;

    ProgrammeWriting(Programmes programmes, Hosts hosts, Clock clock) {
        this.programmes = programmes;
        this.hosts = hosts;
        this.clock = clock;
    }

    Programme create(ProgrammeRequest request, Caller coordinator, RequestIdentity identity) {
        if (coordinator.organization() == null) {
            throw new Refused(Problem.FORBIDDEN);
        }
        Call call = Call.draft(UUID.randomUUID().toString(), terms(request));
        Provider provider = Provider.of(coordinator.organization(), request.providerName());
        return programmes.add(Programme.draft(identity.derivedId(), provider, request.offer(), call), identity);
    }

    Programme edit(String id, ProgrammeRequest request, Caller coordinator, ExpectedVersion seen) {
        Terms terms = terms(request);
        return programmes.change(
                id,
                seen,
                programme -> own(programme, coordinator).edit(request.providerName(), request.offer(), terms));
    }

    Programme publish(String callId, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        String id = programmes.ofCall(callId).id();
        return programmes.change(
                id, seen, identity, programme -> own(programme, coordinator).publish(callId, clock.instant()));
    }

    private static Programme own(Programme programme, Caller coordinator) {
        if (!ProgrammeAccess.isOwn(programme, coordinator)) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return programme;
    }

    private Terms terms(ProgrammeRequest request) {
        Set<String> hostIds = request.call().statedPlaces().stream()
                .map(CallRequest.PlaceRequest::hostId)
                .collect(Collectors.toSet());
        return TermsReading.read(request.call(), hosts.find(hostIds));
    }
}
