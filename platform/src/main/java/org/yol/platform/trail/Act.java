package org.yol.platform.trail;

import java.util.Map;

/**
 * That somebody did something to something.
 *
 * @param kind what was done, as a word in lower case with hyphens, such as {@code submitted}
 * @param by the account; null for what the clock did
 * @param role in which they did it, as the word of a token; null for what the clock did
 * @param subject id of what it was done to
 * @param facts what has to be known of it later, by name; nothing secret and nothing personal
 */
public record Act(String kind, String by, String role, String subject, Map<String, String> facts) {

    public Act {
        facts = Map.copyOf(facts);
    }

    /** What nobody did but the clock, or a step that follows from what somebody did. */
    public static Act ofTheClock(String kind, String subject, Map<String, String> facts) {
        return new Act(kind, null, null, subject, facts);
    }
}
