package org.yol.applications.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.review.Panels;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;

/** The panels of the calls. */
@Component
class CallPanels implements Panels {

    private final AggregateCollection<Panel> panels;

    CallPanels(AggregateCollections collections) {
        this.panels = collections.open("panels", Panel.class, List.of());
    }

    @Override
    public boolean isSetFor(String callId) {
        return find(callId).isPresent();
    }

    /** The panel of a call, where anybody is on it. */
    Optional<Panel> find(String callId) {
        return panels.find(callId).filter(Panel::isSet);
    }

    /** The same, with version 0 while nothing was set. */
    Panel of(Call call) {
        return panels.find(call.id()).orElseGet(() -> Panel.none(call.id(), call.providerId()));
    }

    /** Those of some calls that are there. */
    List<Panel> find(List<String> callIds) {
        return panels.find(callIds);
    }

    /**
     * Changes a panel that is there.
     *
     * @param request who asks for it
     */
    Panel change(String callId, RequestIdentity request, Function<Panel, Change<Panel>> operation) {
        return panels.change(callId, request, operation);
    }

    /** The same as due work. */
    void change(Claim claim, Function<Panel, Change<Panel>> operation) {
        panels.change(claim, operation);
    }

    /** Writes to those whose reviews are due soon. */
    void noticing(Task<Panel> task) {
        panels.work(WorkPlan.of(Panel.NOTICING), task);
    }

    Panel set(
            Panel blank, ExpectedVersion expected, RequestIdentity request, Function<Panel, Change<Panel>> operation) {
        return panels.put(blank, expected, request, operation.apply(blank).state()::says, operation);
    }
}
