package org.yol.contracts;

import java.util.List;
import java.util.Set;

/** The Kafka topics. Each has a dead-letter topic. */
public final class Topics {

    /** Programmes; key: programme id. Nothing is told there yet. */
    public static final String PROGRAMS = "yol.programs";

    /**
     * Calls; key: call id. Compacted: each event carries the whole call, and the last of each call is kept for ever, so
     * that a copy can always be built again.
     */
    public static final String CALLS = "yol.calls";

    /**
     * Applications and the references to them; key: application id, reference id, a call and its change for those who
     * are told of that, an application and the kind of its certificate, a call for which an authority is to nominate,
     * places are given out or reviewers have reviews to make, or residence and account of a person who is erased.
     */
    public static final String APPLICATIONS = "yol.applications";

    /** Messages to people, and what came of mails to referees; key: message id, or id of the mail. */
    public static final String NOTIFICATIONS = "yol.notifications";

    /**
     * Checkpoints of the public log; key: its origin. Compacted: the last of each log is kept for ever, so that a log
     * whose store was put back to an earlier day knows what it has signed since.
     */
    public static final String LOG = "yol.log";

    /** All of them. */
    public static final List<String> ALL = List.of(PROGRAMS, CALLS, APPLICATIONS, NOTIFICATIONS, LOG);

    /** Those that keep the last word on each key for ever; all others forget after a while. */
    public static final Set<String> COMPACTED = Set.of(CALLS, LOG);

    private Topics() {}

    /** Where the events of a topic go that could not be handled. */
    public static String deadLetters(String topic) {
        return topic + "-dlt";
    }
}
