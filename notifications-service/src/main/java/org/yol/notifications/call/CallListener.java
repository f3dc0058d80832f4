package org.yol.notifications.call;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.CallPublished;
import org.yol.contracts.Topics;
import org.yol.platform.event.FromTheBeginning;
import org.yol.platform.event.ReceivedEvent;

/** Hears of calls from programs-service: of all there are at every start, so that the copy may be dropped. */
@Component
class CallListener implements FromTheBeginning {

    private final Calls calls;

    CallListener(Calls calls) {
        this.calls = calls;
    }

    @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.call")
    void on(ReceivedEvent event) {
        if (event.data() instanceof CallPublished published) {
            calls.keep(Call.of(published, event.seq()));
        }
    }
}
