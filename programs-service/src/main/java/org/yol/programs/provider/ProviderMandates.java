package org.yol.programs.provider;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Mandates;
import org.yol.platform.access.Role;

/** Coordinators act for the providers that have named their organization. */
@Component
class ProviderMandates implements Mandates {

    private final Providers providers;

    ProviderMandates(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Set<String> of(Caller caller) {
        return caller.is(Role.COORDINATOR) && caller.organization() != null
                ? providers.representedBy(caller.organization())
                : Set.of();
    }
}
