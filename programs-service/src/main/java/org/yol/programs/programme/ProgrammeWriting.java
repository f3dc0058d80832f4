package org.yol.programs.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.provider.Provider;
import org.yol.programs.provider.Providers;

/** What coordinators do with the programmes of the providers they write for. Those of others do not exist for them. */
@Service
public class ProgrammeWriting {

    private final Programmes programmes;
    private final Providers providers;
    private final Applicants applicants;
    private final Clock clock;

    ProgrammeWriting(Programmes programmes, Providers providers, Applicants applicants, Clock clock) {
        this.programmes = programmes;
        this.providers = providers;
        this.applicants = applicants;
        this.clock = clock;
    }

    /** A new programme as a draft; refused as provider-unknown as long as nobody has said who the provider is. */
    public Programme create(ProgrammeRequest request, Caller coordinator, RequestIdentity identity) {
        String providerId = request.providerId() == null ? coordinator.organization() : request.providerId();
        if (providerId == null) {
            throw new Refused(Problem.FORBIDDEN);
        }
        if (!coordinator.is(Role.COORDINATOR, providerId)) {
            throw Refused.because(List.of(FieldError.of("/providerId", "programme.provider.foreign")));
        }
        Provider provider = providers.find(providerId).orElseThrow(() -> new Refused(Provider.UNKNOWN));
        Programme draft = Programme.draft(identity.derivedId(), ProgrammeProvider.of(provider), request.offer());
        return programmes.add(draft, identity);
    }

    /** Edits a draft, or amends what is published. */
    Programme edit(String id, ProgrammeRequest request, Caller coordinator, ExpectedVersion seen) {
        Guard<Programme> guard = Programmes.own(coordinator);
        guard.check(programmes.get(id));
        Offer offer = request.offer();
        Instant now = clock.instant();
        Amendment amendment = new Amendment(now, coordinator.id(), request.reason());
        boolean begun = applicants.haveBegun(id);
        return programmes.change(
                id,
                guard,
                seen,
                programme -> programme.isPublished()
                        ? programme.amend(offer, amendment, begun)
                        : programme.edit(offer, now));
    }
}
