package org.yol.applications.call;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.Topics;
import org.yol.platform.event.FromTheBeginning;
import org.yol.platform.event.ReceivedEvent;

/** Hears of calls from programs-service: of all there are at every start, so that the copy may be dropped. */
@Component
class CallListener implements FromTheBeginning {

    private final Calls calls;
    private final ApplicationEventPublisher listeners;

    CallListener(Calls calls, ApplicationEventPublisher listeners) {
        this.calls = calls;
        this.listeners = listeners;
    }

    @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.call")
    void on(ReceivedEvent event) {
        if (event.data() instanceof CallPublished published) {
            Call call = Call.of(published, event.seq());
            List<CallChange> unknown = calls.unknownChanges(call);
            if (!unknown.isEmpty()) {
                listeners.publishEvent(new CallChangesHeard(call.id(), call.seq(), unknown));
            }
            calls.keep(call);
            listeners.publishEvent(new CallHeard(call.id()));
        }
    }
}
