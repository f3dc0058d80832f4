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

    Panel set(
            Panel blank, ExpectedVersion expected, RequestIdentity request, Function<Panel, Change<Panel>> operation) {
        return panels.put(blank, expected, request, operation.apply(blank).state()::says, operation);
    }
}
