package org.yol.programs.programme;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.startup.Preparations;
import org.yol.programs.provider.Provider;
import org.yol.programs.provider.ProviderChanged;
import org.yol.programs.provider.Providers;

/**
 * Keeps the names that programmes show as their providers say them: a change of a provider is written into each of its
 * programmes, by the request that makes it or by whoever finds it due.
 */
@Component
class ProviderNaming {

    private final Programmes programmes;
    private final Providers providers;
    private final DueWork naming;

    ProviderNaming(Programmes programmes, Providers providers, Preparations preparations) {
        this.programmes = programmes;
        this.providers = providers;
        this.naming = providers.work(WorkPlan.of(Provider.NAMING), (provider, _) -> name(provider));
        preparations.add("providers of programmes", this::keepEarlierProviders);
    }

    @EventListener
    void on(ProviderChanged changed) {
        naming.performNow(changed.providerId());
    }

    private Outcome name(Provider provider) {
        ProgrammeProvider named = ProgrammeProvider.of(provider);
        programmes.idsOf(provider.id()).forEach(id -> programmes.offeredBy(id, named));
        return Outcome.DONE;
    }

    /** At first a programme said itself what its provider is called, and that was all that was known of it. */
    void keepEarlierProviders() {
        programmes.namesOfProviders().forEach(providers::keep);
    }
}
