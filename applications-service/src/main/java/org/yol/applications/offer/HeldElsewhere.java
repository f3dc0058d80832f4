package org.yol.applications.offer;

import java.time.Instant;
import java.util.Map;
import org.yol.applications.application.Application;
import org.yol.contracts.ApplicationState;

/**
 * Another place that the student of an application holds.
 *
 * @param programmeTitle by language tag
 * @param placeName as people call it
 * @param state offered, accepted or awarded
 * @param answerBy until when it is to be answered, where it is offered
 * @param zone IANA zone in which its call states its times; null while this service has not heard of the call
 * @param excluded whether one of the two calls says that nobody may hold a place of both
 */
record HeldElsewhere(
        String applicationId,
        String callId,
        Map<String, String> programmeTitle,
        String placeId,
        String placeName,
        ApplicationState state,
        Instant answerBy,
        String zone,
        boolean excluded) {

    static HeldElsewhere of(Application application, String zone, boolean excluded) {
        return new HeldElsewhere(
                application.id(),
                application.call().id(),
                application.call().title(),
                application.offer().placeId(),
                application.offer().placeName(),
                application.state(),
                application.state() == ApplicationState.OFFERED
                        ? application.offer().answerBy()
                        : null,
                zone,
                excluded);
    }

    /** Whether it is too late to give it up by accepting another: only its provider can end what is taken up. */
    boolean isTakenUp() {
        return state == ApplicationState.AWARDED;
    }
}
