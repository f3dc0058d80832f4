package org.yol.programs.programme;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What coordinators do with the programmes of their own provider. Those of others do not exist for them. */
@Service
class ProgrammeWriting {

    private final Programmes programmes;
    private final Clock clock;

    ProgrammeWriting(Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    Programme create(ProgrammeRequest request, Caller coordinator, RequestIdentity identity) {
        if (coordinator.organization() == null) {
            throw new Refused(Problem.FORBIDDEN);
        }
        Provider provider = Provider.of(coordinator.organization(), request.providerName());
        return programmes.add(Programme.draft(identity.derivedId(), provider, request.offer()), identity);
    }

    Programme edit(String id, ProgrammeRequest request, Caller coordinator, ExpectedVersion seen) {
        return programmes.change(
                id,
                programme -> ProgrammeAccess.requireOwn(programme.provider().id(), coordinator),
                seen,
                programme -> programme.edit(request.providerName(), request.offer(), clock.instant()));
    }
}
