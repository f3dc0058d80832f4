package org.yol.applications.decision;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;

/** How long offers stand where nobody says otherwise. */
@Component
public class OfferTime {

    private final Calls calls;
    private final DecisionProperties properties;

    OfferTime(Calls calls, DecisionProperties properties) {
        this.calls = calls;
        this.properties = properties;
    }

    /** As long as the call says, where that lies ahead; else as long as this service is set to. */
    public Instant usual(String callId, Instant now) {
        return calls.find(callId)
                .flatMap(Call::lastAnswer)
                .filter(now::isBefore)
                .orElseGet(() -> now.plus(properties.answerOffersWithin()));
    }
}
