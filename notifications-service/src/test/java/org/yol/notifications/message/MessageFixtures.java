package org.yol.notifications.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationEvent.DecisionPublished;
import org.yol.contracts.ApplicationEvent.OfferAnswered;
import org.yol.contracts.ApplicationEvent.OfferExpired;
import org.yol.contracts.ApplicationEvent.Subject;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.ApplicationEvent.Withdrawn;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.document.AggregateCollections;

/** What can happen to an application, for tests to tell. */
public final class MessageFixtures {

    public static final Instant DECEMBER = Instant.parse("2026-12-14T05:12:44Z");
    public static final Instant FEBRUARY = Instant.parse("2027-02-01T11:00:00Z");
    public static final String PLACE = "University of Tsukuba, master";

    private MessageFixtures() {}

    /** An application of a student, in some state, to a programme with a title in English and Japanese only. */
    public static Subject application(String id, String student, ApplicationState state) {
        return application(id, student, state, "call");
    }

    private static Subject application(String id, String student, ApplicationState state, String call) {
        Map<String, String> title = Map.of("en", "Research students 2027", "ja", "研究留学生 2027");
        return new Subject(id, call, "programme", student, state, title, "KG", reached(state), DECEMBER, null, null);
    }

    private static ApplicationState reached(ApplicationState state) {
        return switch (state) {
            case DRAFT, OFFERED, ACCEPTED -> state;
            case DECLINED, EXPIRED -> ApplicationState.OFFERED;
            default -> ApplicationState.SUBMITTED;
        };
    }

    /** A draft is taken back, which is to delete it. */
    public static Withdrawn deleted(String id, String student) {
        Subject draft = application(id, student, ApplicationState.DRAFT);
        return new Withdrawn(new Subject(
                id,
                draft.callId(),
                draft.programmeId(),
                student,
                ApplicationState.WITHDRAWN,
                draft.programmeTitle(),
                draft.country(),
                ApplicationState.DRAFT,
                DECEMBER,
                null,
                null));
    }

    public static Submitted submitted(String id, String student) {
        return new Submitted(
                application(id, student, ApplicationState.SUBMITTED), "receipt-" + id, DECEMBER, null, null);
    }

    public static Withdrawn withdrawn(String id, String student) {
        return new Withdrawn(application(id, student, ApplicationState.WITHDRAWN));
    }

    public static Withdrawn withdrawn(String id, String student, String call) {
        return new Withdrawn(application(id, student, ApplicationState.WITHDRAWN, call));
    }

    public static OfferAnswered answered(String id, String student, String call, OfferAnswer answer) {
        ApplicationState state = answer == OfferAnswer.ACCEPTED ? ApplicationState.ACCEPTED : ApplicationState.DECLINED;
        return new OfferAnswered(application(id, student, state, call), answer);
    }

    public static DecisionPublished offered(String id, String student) {
        return new DecisionPublished(application(id, student, ApplicationState.OFFERED), PLACE, FEBRUARY, null);
    }

    public static DecisionPublished decided(String id, String student, ApplicationState state) {
        return new DecisionPublished(application(id, student, state), null, null, null);
    }

    public static OfferAnswered accepted(String id, String student) {
        return new OfferAnswered(application(id, student, ApplicationState.ACCEPTED), OfferAnswer.ACCEPTED);
    }

    public static OfferExpired expired(String id, String student) {
        return new OfferExpired(application(id, student, ApplicationState.EXPIRED), PLACE, FEBRUARY);
    }

    /** The messages as another replica sees them, with its own due work. */
    public static Messages messagesOf(AggregateCollections replica, Clock clock) {
        return new Messages(replica, _ -> {}, clock);
    }

    /** The message an event makes. */
    static Message message(ApplicationEvent event) {
        return ApplicationMessages.about(event, 3, DECEMBER).orElseThrow();
    }
}
