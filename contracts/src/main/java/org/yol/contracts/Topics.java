package org.yol.contracts;

import java.util.List;

/** The Kafka topics. Each has a dead-letter topic with the same number of partitions. */
public final class Topics {

    /** Programmes and their calls; key: programme id. */
    public static final String PROGRAMS = "yol.programs";

    /** Applications; key: application id. */
    public static final String APPLICATIONS = "yol.applications";

    /** Messages to people; key: message id. */
    public static final String NOTIFICATIONS = "yol.notifications";

    /** All of them. */
    public static final List<String> ALL = List.of(PROGRAMS, APPLICATIONS, NOTIFICATIONS);

    private Topics() {}

    /** Where the events of a topic go that could not be handled. */
    public static String deadLetters(String topic) {
        return topic + "-dlt";
    }
}
